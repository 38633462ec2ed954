// Package matterhorn checks what a machine can check of an accessible PDF: the
// failure conditions of the Matterhorn Protocol 1.1 (PDF Association, 2021) for
// PDF/UA-1, and what PDF/A-2a asks on top. It reads the file with a library that did
// not write it, and knows nothing of how it was made. The project's tests use it.
package matterhorn

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/ledongthuc/pdf"
)

// Fault is a failure condition that a file meets.
type Fault struct {
	Condition string // of the protocol, such as "14-003", or "PDF/A" and the clause
	Detail    string
}

// Check returns a file's faults; an error means that it cannot be read at all.
func Check(file []byte) (faults []Fault, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("not a PDF that can be read: %v", r)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	c := &checker{raw: file, reader: r, root: r.Trailer().Key("Root"), owners: map[place]string{}, seen: map[place]int{}, links: map[string]string{}}
	c.file()
	c.metadata()
	c.structure()
	c.pages()
	c.fonts()
	c.bookmarks(c.root.Key("Outlines"), 0)
	return c.faults, nil
}

type checker struct {
	raw    []byte
	reader *pdf.Reader
	root   pdf.Value
	faults []Fault
	roles  map[string]string

	owners map[place]string  // by what the structure says: the element of each content
	seen   map[place]int     // how often the structure names a content
	links  map[string]string // by annotation: the element that refers to it
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

// bookmarks checks the outline.
func (c *checker) bookmarks(above pdf.Value, depth int) {
	const deepest = 20
	for b := above.Key("First"); !b.IsNull() && depth < deepest; b = b.Key("Next") {
		c.short("a bookmark", b.Key("Title"))
		c.bookmarks(b, depth+1)
	}
}

var language = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// file checks what the catalog and the file as a whole say.
func (c *checker) file() {
	c.ensure(c.root.Key("ViewerPreferences").Key("DisplayDocTitle").Bool(), "07-002", "the title is not shown in the window")
	c.ensure(language.MatchString(c.root.Key("Lang").Text()), "11-006", "the language is %q", c.root.Key("Lang").Text())
	c.ensure(c.root.Key("MarkInfo").Key("Marked").Bool(), "06-PDF/UA 7.1", "the file does not say that it is tagged")
	c.ensure(!c.root.Key("MarkInfo").Key("Suspects").Bool(), "21-001", "the tags are suspect")
	c.ensure(c.reader.Trailer().Key("ID").Len() == 2, "PDF/A 6.1.3", "the file has no identity")
	c.ensure(c.reader.Trailer().Key("Encrypt").IsNull(), "26-001", "the file is encrypted")
	c.ensure(len(c.raw) > 14 && bytes.HasPrefix(c.raw, []byte("%PDF-1.")) && isBinary(c.raw[9:14]), "PDF/A 6.1.2", "no comment of bytes beyond ASCII behind the header")
	c.ensure(c.root.Key("Names").Key("EmbeddedFiles").IsNull() && c.root.Key("AA").IsNull(), "PDF/A 6.8", "the file carries other files or actions")
	intents := c.root.Key("OutputIntents")
	profile := intents.Index(0).Key("DestOutputProfile")
	c.ensure(intents.Len() == 1 && intents.Index(0).Key("S").Name() == "GTS_PDFA1" && profile.Key("N").Int64() == 3, "PDF/A 6.2.3", "no output intent")
	if !profile.IsNull() {
		icc, _ := io.ReadAll(profile.Reader())
		c.ensure(len(icc) > 128 && string(icc[36:40]) == "acsp" && int(icc[2])<<8|int(icc[3]) == len(icc), "PDF/A 6.2.3", "the colour profile is none")
	}
}

// isBinary reports a comment with four bytes past ASCII.
func isBinary(b []byte) bool {
	return b[0] == '%' && b[1] > 127 && b[2] > 127 && b[3] > 127 && b[4] > 127
}

// metadata checks the XMP, and that the information dictionary agrees with it.
func (c *checker) metadata() {
	stream := c.root.Key("Metadata")
	if stream.IsNull() {
		c.fault("06-001", "no metadata")
		return
	}
	packet, err := io.ReadAll(stream.Reader())
	values, wrong := properties(packet)
	if err != nil || wrong != nil {
		c.fault("PDF/A 6.6.2", "the metadata cannot be read: %v %v", err, wrong)
		return
	}
	c.ensure(values["http://www.aiim.org/pdfua/ns/id/ part"] == "1", "06-002", "the file does not say that it is PDF/UA-1")
	c.ensure(values["http://purl.org/dc/elements/1.1/ title"] != "", "06-003", "no title")
	c.ensure(values["http://www.aiim.org/pdfa/ns/id/ part"] == "2" && values["http://www.aiim.org/pdfa/ns/id/ conformance"] == "A", "PDF/A 6.6.4", "the file does not say that it is PDF/A-2a")
	c.ensure(bytes.Contains(packet, []byte("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<")), "PDF/A 6.6.2.3", "pdfuaid is not described")
	info := c.reader.Trailer().Key("Info")
	for key, name := range map[string]string{"Title": "http://purl.org/dc/elements/1.1/ title", "Author": "http://purl.org/dc/elements/1.1/ creator",
		"Subject": "http://purl.org/dc/elements/1.1/ description", "Keywords": "http://ns.adobe.com/pdf/1.3/ Keywords", "Producer": "http://ns.adobe.com/pdf/1.3/ Producer"} {
		c.ensure(agree(squeeze(info.Key(key).Text()), squeeze(values[name])), "PDF/A 6.6.3", "%s is %q and %q", key, info.Key(key).Text(), values[name])
		c.short(key, info.Key(key))
	}
	date := strings.NewReplacer("-", "", ":", "", "T", "").Replace(strings.TrimSuffix(values["http://ns.adobe.com/xap/1.0/ CreateDate"], "+00:00"))
	c.ensure(info.Key("CreationDate").Text() == "D:"+date+"+00'00'", "PDF/A 6.6.3", "the date is %q and %q", info.Key("CreationDate").Text(), date)
}

// properties returns the text of the XMP's properties by namespace and name.
func properties(packet []byte) (map[string]string, error) {
	values := map[string]string{}
	d := xml.NewDecoder(bytes.NewReader(packet))
	name, depth := "", 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return values, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 4 {
				name = t.Name.Space + " " + t.Name.Local
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			if depth >= 4 {
				values[name] += strings.TrimSpace(string(t))
			}
		}
	}
}

// agree reports whether two texts are the same, as far as one was not cut off.
func agree(info, packet string) bool {
	cut, ok := strings.CutSuffix(info, "…")
	return info == packet || ok && len(packet) > longest/4 && strings.HasPrefix(packet, cut)
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
