// Package matterhorn checks what a machine can check of an accessible PDF: the
// failure conditions of the Matterhorn Protocol 1.1 (PDF Association, 2021) for
// PDF/UA-1, and what PDF/A-2a asks on top. It reads the file with a library that did
// not write it, and knows nothing of how it was made, but takes only such files as the
// project writes: see Conditions for what is checked, and how. The project's tests use
// it.
package matterhorn

import (
	"bytes"
	"fmt"

	"github.com/ledongthuc/pdf"
)

// Fault is a failure condition that a file meets.
type Fault struct {
	Condition string // its number
	Detail    string
}

// Check returns a file's faults; an error means that it cannot be read at all.
func Check(file []byte) (faults []Fault, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("not a PDF that can be read: %v", r)
		}
	}()
	c := &checker{raw: file, owners: map[place]string{}, seen: map[place]int{}, links: map[string]string{}, fonts: map[string]*font{}}
	if c.encrypted() {
		return c.faults, nil // and nothing else can be read
	}
	plain := Unpacked(file)
	if c.reader, err = pdf.NewReader(bytes.NewReader(plain), int64(len(plain))); err != nil {
		return nil, err
	}
	c.root = c.reader.Trailer().Key("Root")
	c.file()
	c.catalog()
	c.metadata()
	c.structure()
	c.pages()
	c.shown()
	c.bookmarks(c.root.Key("Outlines"), 0)
	return c.faults, nil
}

type checker struct {
	raw    []byte
	reader *pdf.Reader
	root   pdf.Value
	faults []Fault
	roles  map[string]string

	language bool // the file says what language it is in

	owners map[place]string  // by what the structure says: the element of each content
	seen   map[place]int     // how often the structure names a content
	links  map[string]string // by annotation: the element that refers to it
	fonts  map[string]*font  // by their dictionary
}

// place is a marked content: a page, and a number on it.
type place struct {
	page   string
	number int64
}

func (c *checker) fault(condition, format string, args ...any) {
	c.faults = append(c.faults, Fault{condition, fmt.Sprintf(format, args...)})
}

// ensure reports a fault unless all is well.
func (c *checker) ensure(ok bool, condition, format string, args ...any) {
	if !ok {
		c.fault(condition, format, args...)
	}
}

// longest is how many bytes a string may have (ISO 19005-2, 6.1.13).
const longest = 32767

// short checks strings of the file.
func (c *checker) short(what string, values ...pdf.Value) {
	for _, v := range values {
		c.ensure(len(v.RawString()) <= longest, "PDF/A 6.1.13", "%s has a string of %d bytes", what, len(v.RawString()))
	}
}
