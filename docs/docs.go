// Package docs holds the pages of documentation that come with isuplan, packed: all but
// that of the rules, which the rules themselves make.
package docs

import (
	"compress/flate"
	"embed"
	"io"
	"strings"
)

// packed has NAME.md as packed/NAME; after a change of a page, make pages writes them anew.
//
//go:embed packed
var packed embed.FS

// Names returns the names of the pages, without their ending, in the order of the alphabet.
func Names() (list []string) {
	entries, _ := packed.ReadDir("packed")
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

// Read returns the text of a page, in Markdown, and whether there is one of that name.
func Read(name string) (text string, ok bool) {
	file, err := packed.Open("packed/" + name)
	if err != nil {
		return "", false
	}
	defer func() { _ = file.Close() }() // it was only read
	var b strings.Builder
	_, err = io.Copy(&b, flate.NewReader(file))
	return b.String(), err == nil
}
