package index

import (
	"slices"
	"strings"
)

// lead reads the dashes and the key that a line begins with. From is the line's offset.
func lead(line string, from, number int) (frames []frame) {
	at := 0
	for at < len(line) {
		switch {
		case line[at] == ' ':
			at++
			continue
		case line[at] == '-' && (at+1 == len(line) || line[at+1] == ' '):
			frames = append(frames, frame{key: "-", col: at, rest: from + at + 1, line: number})
			at++
			continue
		}
		break
	}
	key, length := keyOf(line[min(at, len(line)):])
	if length > 0 {
		frames = append(frames, frame{key: key, col: at, rest: from + at + length, line: number})
	}
	return frames
}

// keyOf returns the key that a text begins with, and how long it is with its colon; 0 for none.
func keyOf(s string) (key string, length int) {
	i := strings.IndexByte(s, ':')
	if i <= 0 || i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '\t' && s[i+1] != '\r' {
		return "", 0
	}
	key = strings.Trim(s[:i], `"'`)
	if strings.ContainsAny(key, " {}[],#&*!|>%@`") {
		return "", 0
	}
	return key, i + 1
}

// frames returns the keys and dashes that lead to the place, the outermost first. A line leads
// to it if it is indented less than all that follows.
func (w *placer) frames() []frame {
	number := w.line()
	start, _ := w.file.LineBounds(number)
	own := lead(w.text[start:], start, number)
	limit, isDash := len(w.text)-start-len(strings.TrimLeft(w.text[start:], " ")), false
	if word := strings.TrimLeft(w.text[start:], " "); word != "" {
		limit = len(w.text) - start - len(word)
	}
	if len(own) > 0 {
		limit, isDash = own[0].col, own[0].key == "-"
	}
	up := slices.Clone(own)
	slices.Reverse(up)
	for n := number - 1; n >= 1 && (limit > 0 || isDash); n-- {
		line := w.file.Line(n)
		if word := strings.TrimLeft(line, " "); word == "" || word[0] == '#' {
			continue
		}
		from, _ := w.file.LineBounds(n)
		for _, fr := range slices.Backward(lead(line, from, n)) {
			if fr.col < limit || isDash && fr.col == limit && fr.key != "-" {
				up = append(up, fr)
				limit, isDash = fr.col, fr.key == "-"
			}
		}
	}
	slices.Reverse(up)
	return up
}

// siblings returns the keys and values of the group that the place is in: the lines as far
// indented above and below it.
func (w *placer) siblings(frames []frame, isKey bool) map[string]string {
	if !isKey && len(frames) > 0 {
		frames = frames[:len(frames)-1]
	}
	number := w.line()
	col := -1
	first, last := 1, w.file.Lines()
	if len(frames) > 0 { // the group is what the last of them holds
		holder := frames[len(frames)-1]
		first, col = holder.line, holder.col
	}
	found := map[string]string{}
	inner := -1
	for n := first; n <= last; n++ {
		line := w.file.Line(n)
		if word := strings.TrimLeft(line, " "); word == "" || word[0] == '#' {
			continue
		}
		from, _ := w.file.LineBounds(n)
		list := lead(line, from, n)
		if n > first && (len(list) > 0 && list[0].col <= col) {
			break
		}
		for _, fr := range list {
			if fr.key == "-" || fr.col <= col {
				continue
			}
			if inner < 0 {
				inner = fr.col
			}
			if fr.col == inner && (n != number || !isKey) {
				found[fr.key] = strings.Trim(strings.TrimSpace(string(w.file.Bytes[fr.rest:from+len(line)])), `"'`)
			}
		}
	}
	return found
}
