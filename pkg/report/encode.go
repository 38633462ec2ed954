package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// encode writes a value as JSON that people can read too. Marks such as < stay what
// they are: nobody pastes this into a page. What would move the cursor of a terminal
// or turn the direction of a line is written by its code, and a program that reads it
// gets it back.
func encode(w io.Writer, value any) error {
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(value); err != nil {
		return err
	}
	_, err := w.Write(escaped(text.Bytes()))
	return err
}

// escaped may look at all of a JSON text: outside its strings there are no characters to
// escape but the line breaks between them.
func escaped(text []byte) []byte {
	suspicious := func(r rune) bool { return r != '\n' && unsafe(r) }
	if !bytes.ContainsFunc(text, suspicious) {
		return text
	}
	var b bytes.Buffer
	for _, r := range string(text) {
		if suspicious(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.Bytes()
}
