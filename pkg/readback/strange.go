package readback

import "strings"

// doubter remembers what was noted as strange.
type doubter struct{ told map[Strange]bool }

// doubt notes something strange, once.
func (d *doubter) doubt(t *Text, what, text string) {
	const long = 200
	if text = strings.TrimSpace(text); len(text) > long {
		text = strings.ToValidUTF8(text[:long], "")
	}
	s := Strange{What: what, Text: text}
	if d.told == nil {
		d.told = map[Strange]bool{}
	}
	if !d.told[s] && len(t.Strange) < mostStrange {
		d.told[s] = true
		t.Strange = append(t.Strange, s)
	}
}
