package index

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/schema"
)

// bracket is an open bracket or brace, and what was written in it so far.
type bracket struct {
	open   byte
	key    string // whose value is being written; "" for none
	begun  int    // where the key or value begins
	values map[string]string
}

// flow returns the brackets and braces that are open at the place, and how many of the frames
// lead to the outermost of them; nil where none is.
func (w *placer) flow(frames []frame) ([]bracket, int) {
	for i, fr := range frames {
		rest := strings.TrimLeft(w.text[min(fr.rest, len(w.text)):], " \t\r\n")
		if rest == "" || rest[0] != '{' && rest[0] != '[' {
			continue
		}
		if open := scan(w.text, len(w.text)-len(rest)); len(open) > 0 {
			return open, i + 1
		}
	}
	return nil, 0
}

// scan reads brackets, braces and quotes up to the end of a text.
func scan(text string, from int) (open []bracket) {
	var quoted byte
	for i := from; i < len(text); i++ {
		c := text[i]
		switch {
		case quoted != 0:
			if c == '\\' && quoted == '"' {
				i++
			} else if c == quoted {
				quoted = 0
			}
		case (c == '"' || c == '\'') && (i == 0 || strings.IndexByte(" ,[{:\n\t", text[i-1]) >= 0):
			quoted = c
		case c == '$' && strings.HasPrefix(text[i:], "${"):
			if end := strings.IndexAny(text[i:], "} \n"); end > 0 {
				i += end
			} else {
				i++
			}
		case c == '{' || c == '[':
			open = append(open, bracket{open: c, begun: i + 1, values: map[string]string{}})
		case len(open) == 0:
			return nil
		default:
			open = open[len(open)-1].read(open, text, i)
			if len(open) == 0 {
				return nil
			}
		}
	}
	return open
}

// read takes a character in that may end a key or a value.
func (b *bracket) read(open []bracket, text string, i int) []bracket {
	switch c := text[i]; {
	case c == '}' || c == ']':
		return open[:len(open)-1]
	case c == ',':
		if b.key != "" {
			b.values[b.key] = strings.Trim(strings.TrimSpace(text[b.begun:i]), `"'`)
		}
		b.key, b.begun = "", i+1
	case c == ':' && b.open == '{' && b.key == "" && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n'):
		b.key, b.begun = strings.Trim(strings.TrimSpace(text[b.begun:i]), `"'`), i+1
	}
	return open
}

// inFlow finds the place inside of brackets, which are the value of a shape.
func (w *placer) inFlow(p Place, s *schema.Shape, open []bracket) (Place, bool) {
	for i, b := range open {
		last := i == len(open)-1
		switch {
		case b.open == '[':
			s = p.enter(s, "-")
		case b.key != "":
			s = p.enter(s, b.key)
		case last:
			p.Shape, p.IsKey, p.Chosen, p.Siblings = s, true, s.By != nil, b.values
			return p, len(s.Keys) > 0 || s.By != nil
		default:
			return p, false
		}
		if s == nil {
			return p, false
		}
		if last {
			p.Shape, p.Siblings = s, b.values
		}
	}
	if from, ok := w.quote(); ok && isText(s) {
		p.From, p.Quote = from, true
	}
	return p, true
}
