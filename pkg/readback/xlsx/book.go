package xlsx

import (
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// listed is a sheet as the workbook lists it.
type listed struct {
	name, part string
	hidden     bool
}

// book reads the whole workbook.
func (p *parts) book() (*Book, error) {
	sheets, err := p.list()
	if err != nil {
		return nil, err
	}
	if len(sheets) == 0 {
		return nil, ErrBroken
	}
	if len(sheets) > MaxSheets {
		p.say("only the first %d of its %d sheets were read", MaxSheets, len(sheets))
		sheets = sheets[:MaxSheets]
	}
	for _, s := range sheets {
		if err := p.sheet(s); err != nil {
			return nil, err
		}
	}
	for _, s := range p.out.Sheets {
		if len(s.Rows) > 0 {
			return &p.out, nil
		}
	}
	return nil, ErrNoSheet
}

func (p *parts) say(format string, arguments ...any) {
	p.out.Remarks = append(p.out.Remarks, fmt.Sprintf(format, arguments...))
}

// list reads the list of sheets, and what all of them share.
func (p *parts) list() (sheets []listed, err error) {
	main := "xl/workbook.xml"
	office, err := p.relations("")
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(office)) {
		if r := office[id]; r.kind == "officeDocument" {
			main = r.target
		}
	}
	named, err := p.relations(main)
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(named)) {
		r := named[id]
		switch r.kind {
		case "sharedStrings":
			err = p.sharedStrings(r.target)
		case "styles":
			err = p.readStyles(r.target)
		}
		if err != nil {
			return nil, err
		}
	}
	err = p.walk(main, func(e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			p.styles.from1904 = isTrue(attribute(e, "date1904"))
		case "sheet":
			r := named[related(e, "id")]
			if r.kind == "worksheet" {
				state := attribute(e, "state")
				sheets = append(sheets, listed{attribute(e, "name"), r.target, state == "hidden" || state == "veryHidden"})
			}
		}
		return nil
	}, func(string) error { return nil }, func([]byte) {})
	return sheets, err
}

// related returns an attribute of another namespace: whatever its prefix, it has one.
func related(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Space != "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// sharedStrings reads the texts that cells share.
func (p *parts) sharedStrings(part string) error {
	var b strings.Builder
	inText, aside := false, 0
	return p.walk(part, func(e xml.StartElement) error {
		switch e.Name.Local {
		case "si":
			b.Reset()
		case "t":
			inText = aside == 0
		case "rPh": // how it is said
			aside++
		}
		return nil
	}, func(name string) error {
		switch name {
		case "si":
			p.shared = append(p.shared, p.kept(b.String()))
		case "t":
			inText = false
		case "rPh":
			aside--
		}
		if p.words > mostWords {
			return ErrTooLarge
		}
		return nil
	}, func(text []byte) {
		if inText && b.Len() < mostText {
			b.Write(text)
		}
	})
}

// kept counts a text that is kept.
func (p *parts) kept(text string) string {
	if len(text) > mostText {
		text = strings.ToValidUTF8(text[:mostText], "")
	}
	p.words += len(text) + 1
	return unescaped(text)
}

// unescaped reads characters that the format writes as _x000D_.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	for _, e := range []struct{ from, to string }{{"_x000D_", " "}, {"_x000A_", " "}, {"_x0009_", " "}, {"_x000d_", " "}, {"_x000a_", " "}, {"_x005F_", "_"}} {
		s = strings.ReplaceAll(s, e.from, e.to)
	}
	return s
}
