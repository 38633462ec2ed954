package manual

import "strings"

// runs reads a text with its marks. Its lines are joined by blanks.
func runs(text string) []Run {
	i := inline{text: strings.ReplaceAll(text, "\n", " ")}
	i.read(Run{}, "")
	return i.list
}

type inline struct {
	text string
	list []Run
}

// read reads up to a mark, in a style.
func (i *inline) read(style Run, until string) {
	for i.text != "" {
		if until != "" && strings.HasPrefix(i.text, until) {
			i.text = i.text[len(until):]
			return
		}
		switch {
		case i.text[0] == '\\' && len(i.text) > 1 && strings.ContainsRune("\\`*_[]<>|#$", rune(i.text[1])):
			i.put(style, i.text[1:2])
			i.text = i.text[2:]
		case i.text[0] == '`' && i.code(style):
		case strings.HasPrefix(i.text, "**") && i.marked("**"):
			inner := style
			inner.Strong = true
			i.read(inner, "**")
		case i.text[0] == '*' && !strings.HasPrefix(i.text, "* ") && i.marked("*"):
			inner := style
			inner.Emphasis = true
			i.read(inner, "*")
		case i.text[0] == '[' && i.link(style):
		case i.text[0] == '<' && i.address(style):
		default:
			i.put(style, i.text[:1])
			i.text = i.text[1:]
		}
	}
}

// marked takes a mark if it stands a second time, and reports whether it does.
func (i *inline) marked(mark string) bool {
	if !strings.Contains(i.text[len(mark):], mark) {
		return false
	}
	i.text = i.text[len(mark):]
	return true
}

// put adds text, to the run before where the style is the same.
func (i *inline) put(style Run, text string) {
	if n := len(i.list); n > 0 {
		last := i.list[n-1]
		last.Text = ""
		if last == style {
			i.list[n-1].Text += text
			return
		}
	}
	style.Text = text
	i.list = append(i.list, style)
}

// code takes what stands between equal numbers of backticks.
func (i *inline) code(style Run) bool {
	rest := strings.TrimLeft(i.text, "`")
	ticks := i.text[:len(i.text)-len(rest)]
	text, after, ok := strings.Cut(rest, ticks)
	if !ok {
		return false
	}
	if strings.HasPrefix(text, " ") && strings.HasSuffix(text, " ") && strings.TrimSpace(text) != "" {
		text = text[1 : len(text)-1]
	}
	style.Code = true
	i.put(style, text)
	i.text = after
	return true
}

// link takes [text](target); the text may have brackets of its own, in pairs or as code.
func (i *inline) link(style Run) bool {
	end := closing(i.text)
	if end < 0 || !strings.HasPrefix(i.text[end:], "](") {
		return false
	}
	target, after, ok := strings.Cut(i.text[end+2:], ")")
	if !ok {
		return false
	}
	inner := inline{text: i.text[1:end]}
	style.Link = target
	inner.read(style, "")
	i.list = append(i.list, inner.list...)
	i.text = after
	return true
}

// closing returns where the bracket closes that a text opens, -1 for nowhere.
func closing(text string) int {
	depth, code := 0, false
	for at := 0; at < len(text); at++ {
		switch c := text[at]; {
		case c == '`':
			code = !code
		case code:
		case c == '[':
			depth++
		case c == ']':
			if depth--; depth == 0 {
				return at
			}
		}
	}
	return -1
}

// address takes <https://…>.
func (i *inline) address(style Run) bool {
	target, after, ok := strings.Cut(i.text[1:], ">")
	if !ok || !strings.HasPrefix(target, "https://") {
		return false
	}
	style.Link = target
	i.put(style, target)
	i.text = after
	return true
}

// plain returns a text without its styles.
func plain(text []Run) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteString(r.Text)
	}
	return b.String()
}
