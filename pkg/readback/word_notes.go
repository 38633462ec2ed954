package readback

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"strings"
)

// mostPart is how long a part of the smaller kind may be, such as the one with the
// footnotes.
const mostPart = 4 << 20

var noteForms = regexp.MustCompile(`^(?:<[^>]*>){0,4}?<(?:\w+:)?numFmt [^>]*val="(\w+)"`)

// noteForm returns how footnotes are counted: as the first section says, or the document.
func (o *office) noteForm(body []byte) string {
	for _, part := range [][]byte{body, o.small("word/settings.xml", mostPart)} {
		const begin, near = "footnotePr>", 1000
		at := bytes.Index(part, []byte(begin))
		if at < 0 {
			continue
		}
		part = part[at+len(begin):]
		if found := noteForms.FindSubmatch(part[:min(len(part), near)]); found != nil {
			return string(found[1])
		}
	}
	return "decimal"
}

// notes gathers the texts of footnotes.
type notes struct {
	texts  map[string]*strings.Builder // by their ids
	id     string
	isText bool
	skip   int
}

// footnoteTexts reads the texts of the footnotes.
func (o *office) footnoteTexts() map[string]string {
	n := notes{texts: map[string]*strings.Builder{}}
	_ = walk(o.small("word/footnotes.xml", mostPart), &n) // without it there are none
	out := map[string]string{}
	for id, b := range n.texts {
		out[id] = b.String()
	}
	return out
}

func (n *notes) full() bool { return false } // the part is small

func (n *notes) write(s string) {
	if n.skip > 0 {
		return
	}
	if n.texts[n.id] == nil {
		n.texts[n.id] = new(strings.Builder)
	}
	n.texts[n.id].WriteString(s)
}

func (n *notes) open(e xml.StartElement) {
	switch local := e.Name.Local; {
	case hidden[local]:
		n.skip++
	case local == "footnote":
		n.id = attribute(e, "id")
	case local == "t":
		n.isText = true
	case local == "tab" || local == "br" || local == "p":
		n.write(" ")
	case local == "noBreakHyphen":
		n.write("-")
	case local == "footnoteRef":
		n.write(ownMark)
	}
}

func (n *notes) close(name xml.Name) {
	if hidden[name.Local] {
		n.skip--
	} else if name.Local == "t" {
		n.isText = false
	}
}

func (n *notes) chars(s []byte) {
	if n.isText {
		n.write(string(s))
	}
}
