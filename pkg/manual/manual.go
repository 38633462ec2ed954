// Package manual reads the pages of documentation that come with isuplan, and writes them
// for a terminal and for a browser. It knows as much of Markdown as the pages use, which a
// test holds against a complete reader of it.
package manual

import (
	"strings"

	"github.com/isuplan/isuplan/docs"
)

// Page is a page of documentation.
type Page struct {
	Name   string // such as plan-language
	Title  string
	Blocks []Block
}

// shorter are names by which people ask for a page.
var shorter = map[string]string{"language": "plan-language", "template": "templates"}

// Names returns the names of the pages that Named knows, in the order of the alphabet.
func Names() []string { return docs.Names() }

// Named returns a page by its name: such as plan-language, plan-language.md or, for short,
// language.
func Named(name string) (Page, bool) {
	name = strings.TrimSuffix(name, ".md")
	if long := shorter[name]; long != "" {
		name = long
	}
	text, ok := docs.Read(name)
	if !ok {
		return Page{}, false
	}
	return Read(name, text), true
}

// Title returns the title of a page, without reading the rest of it.
func Title(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSpace(strings.TrimLeft(line, "#"))
}

// Titles returns the names of the pages, each with its title.
func Titles() (list []Page) {
	for _, name := range Names() {
		text, _ := docs.Read(name)
		list = append(list, Page{Name: name, Title: Title(text)})
	}
	return list
}

// Kind says what a block is.
type Kind int

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Heading
	Code
	List
	Quote
	Table
)

// Block is a part of a page. Which fields it has depends on its kind.
type Block struct {
	Kind    Kind
	Level   int    // of a heading, from 1
	ID      string // of a heading, as links name it
	Text    []Run  // of a paragraph or heading
	Code    string
	Ordered bool      // of a list: its items are numbered
	Items   [][]Block // of a list; of a quotation, one
	Rows    [][][]Run // of a table, the first of which is its head
}

// Run is a stretch of text in one style.
type Run struct {
	Text         string
	Code, Strong bool
	Emphasis     bool
	Link         string // where it leads, "" for nowhere
}
