package matterhorn

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"

	"github.com/ledongthuc/pdf"
)

var (
	start      = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`)
	encryption = regexp.MustCompile(`/Encrypt\s*(?:<<|(\d+) \d+ R)`)
	permission = regexp.MustCompile(`/P\s+(-?\d+)`)
)

// encrypted checks that the file is not. It looks at the file as it is written, since
// the reader would refuse it.
func (c *checker) encrypted() bool {
	trailer := c.trailer()
	m := encryption.FindSubmatch(trailer)
	if m == nil {
		return false
	}
	c.fault("PDF/A 6.1.3", "the file is encrypted")
	if len(m[1]) > 0 {
		_, trailer, _ = bytes.Cut(c.raw, fmt.Appendf(nil, "\n%s 0 obj", m[1]))
		trailer, _, _ = bytes.Cut(trailer, []byte("endobj"))
	}
	const readAloud = 1 << 9 // bit 10
	switch p := permission.FindSubmatch(trailer); {
	case p == nil:
		c.fault("26-001", "nothing says what is permitted")
	default:
		bits, _ := strconv.ParseInt(string(p[1]), 10, 64)
		c.ensure(bits&readAloud != 0, "26-002", "reading aloud is not permitted: %d", bits)
	}
	return true
}

// trailer is the dictionary that says where the file begins, as it is written.
func (c *checker) trailer() []byte {
	m := start.FindSubmatch(c.raw)
	if m == nil {
		return nil
	}
	at, err := strconv.Atoi(string(m[1]))
	if err != nil || at > len(c.raw) {
		return nil
	}
	dictionary, _, _ := bytes.Cut(c.raw[at:], []byte("stream"))
	return dictionary
}

// file checks the file as a whole.
func (c *checker) file() {
	c.ensure(len(c.raw) > 14 && bytes.HasPrefix(c.raw, []byte("%PDF-1.")) && isBinary(c.raw[9:14]), "PDF/A 6.1.2", "no comment of bytes beyond ASCII behind the header")
	c.ensure(c.reader.Trailer().Key("ID").Len() == 2, "PDF/A 6.1.3", "the file has no identity")
}

// isBinary reports a comment with four bytes past ASCII.
func isBinary(b []byte) bool {
	return b[0] == '%' && b[1] > 127 && b[2] > 127 && b[3] > 127 && b[4] > 127
}

// catalog checks what the catalog says.
func (c *checker) catalog() {
	if key := beyond(c.root, catalogKeys); key != "" {
		c.fault("allowed catalog", "the catalog has %s", key)
	}
	first := c.root.Key("OpenAction")
	c.ensure(first.IsNull() || c.isPlace(first), "allowed catalog", "opening the file does something: %.40s", first)
	title := c.root.Key("ViewerPreferences").Key("DisplayDocTitle")
	c.ensure(!title.IsNull(), "07-001", "nothing says that the title is shown in the window")
	c.ensure(title.IsNull() || title.Bool(), "07-002", "the title is not shown in the window")
	c.language = c.root.Key("Lang").Text() != ""
	c.tongue("the file", c.root.Key("Lang"))
	c.ensure(c.root.Key("MarkInfo").Key("Marked").Bool(), "PDF/UA 6.2", "the file does not say that it is tagged")
	c.ensure(!c.root.Key("MarkInfo").Key("Suspects").Bool(), "01-007", "the tags are suspect")
	c.colours()
}

// isPlace reports a destination: a page of the file, and where on it.
func (c *checker) isPlace(v pdf.Value) bool {
	return v.Kind() == pdf.Array && v.Index(0).Key("Type").Name() == "Page"
}

var tongues = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// tongue checks a language, if there is one.
func (c *checker) tongue(what string, language pdf.Value) {
	c.ensure(language.IsNull() || tongues.MatchString(language.Text()), "PDF/A 6.7.4", "the language of %s is %q", what, language.Text())
}

// colours checks that the file says what its colours are.
func (c *checker) colours() {
	intents := c.root.Key("OutputIntents")
	profile := intents.Index(0).Key("DestOutputProfile")
	c.ensure(intents.Len() == 1 && intents.Index(0).Key("S").Name() == "GTS_PDFA1" && profile.Key("N").Int64() == 3, "PDF/A 6.2.3", "no output intent")
	if !profile.IsNull() {
		icc, _ := io.ReadAll(profile.Reader())
		c.ensure(len(icc) > 128 && string(icc[36:40]) == "acsp" && int(icc[2])<<8|int(icc[3]) == len(icc), "PDF/A 6.2.3", "the colour profile is none")
	}
}

// bookmarks checks the outline.
func (c *checker) bookmarks(above pdf.Value, depth int) {
	const deepest = 20
	c.ensure(depth > 0 || above.IsNull() || c.language, "11-003", "the bookmarks are in no known language")
	for b := above.Key("First"); !b.IsNull() && depth < deepest; b = b.Key("Next") {
		if key := beyond(b, bookmarkKeys); key != "" {
			c.fault("allowed catalog", "a bookmark has %s", key)
		}
		c.short("a bookmark", b.Key("Title"))
		c.bookmarks(b, depth+1)
	}
}
