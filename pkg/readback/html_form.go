package readback

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// written are the elements that isuplan writes, and the attributes that each may have.
var written = sync.OnceValue(func() map[string][]string {
	named := []string{"id", "class"}
	list := map[string][]string{
		"html": {"lang", "dir"}, "head": nil, "meta": {"charset", "name", "http-equiv", "content"}, "title": {"id"}, "style": nil, "body": nil,
		"nav": {"id", "aria-labelledby"}, "main": nil, "article": {"class", "lang", "dir"}, "header": nil, "footer": nil,
		"ul": {"class", "role"}, "div": {"class", "tabindex", "role", "aria-label"}, "th": {"class", "scope", "colspan", "rowspan"}, "colgroup": {"span"},
		"a":    {"id", "class", "role", "href", "aria-labelledby"},
		"span": {"class", "role", "aria-label", "lang", "dir"}, "strong": nil, "em": nil, "sup": {"class"}, "bdi": nil, "ins": nil, "del": nil,
		"caption": nil, "thead": nil, "tbody": nil, "figcaption": nil,
		"svg":  {"class", "role", "width", "height", "viewBox", "aria-labelledby", "aria-describedby", "aria-hidden"},
		"desc": {"id"}, "rect": {"class", "x", "y", "width", "height", "fill"}, "path": {"fill", "d"}, "text": {"class", "x", "y", "dx", "text-anchor"}, "tspan": {"x", "y"},
	}
	for _, tag := range []string{"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "section", "table", "tr", "td", "figure"} {
		list[tag] = named
	}
	return list
})

// check notes an element or an attribute that isuplan does not write.
func (p *page) check(t xml.StartElement, raw []byte) {
	allowed, known := written()[t.Name.Local]
	strange := !known || t.Name.Space != ""
	for _, a := range t.Attr {
		strange = strange || a.Name.Space != "" || !slices.Contains(allowed, a.Name.Local)
	}
	// To a browser, what holds something is not closed by a stroke, but in a picture.
	closed := strings.HasSuffix(string(raw), "/>")
	if closed && t.Name.Local != "meta" && !slices.Contains(p.open, "svg") || strange {
		p.doubt(p.text, strangeMarkup, string(raw))
	}
}

// dressUp makes an element a part of the dress, however its attributes are ordered and quoted.
// What says how the file was made is none.
func (p *page) dressUp(t xml.StartElement) {
	if t.Name.Local == "meta" {
		return
	}
	p.dress.WriteString(t.Name.Local)
	slices.SortFunc(t.Attr, func(a, b xml.Attr) int { return strings.Compare(a.Name.Local, b.Name.Local) })
	for _, a := range t.Attr {
		p.dress.WriteString(" " + a.Name.Local + "=" + a.Value + "\x00")
	}
}

// isBlock reports whether an element stands on lines of its own.
func isBlock(tag string) bool {
	switch tag {
	case "a", "span", "strong", "em", "bdi", "ins", "del", "svg", "tspan", "rect", "path", "desc", "b", "i", "u", "sup", "sub", "code":
		return false
	}
	return true
}

// isFrame reports the elements of which only the parts hold text.
func isFrame(tag string) bool {
	switch tag {
	case "table", "thead", "tbody", "tr", "ul", "svg", "head", "html":
		return true
	}
	return false
}

// seal reads what the file says of how it was made, and notes other words of its head.
func (p *page) seal(t xml.StartElement) {
	var name, content string
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "name", "http-equiv":
			name = a.Value
		case "content":
			content = a.Value
		}
	}
	one := func(field *string) {
		if *field != "" {
			p.doubt(p.text, "a second seal", content)
		}
		*field = content
	}
	switch s := &p.text.Seal; name {
	case "isuplan-plan-sha256":
		one(&s.Plan)
	case "isuplan-version":
		one(&s.Tool)
	case "isuplan-check":
		one(&s.Check)
	case "", "viewport", "color-scheme", "generator", "author", "description", "keywords", "dcterms.date":
	case "Content-Security-Policy":
		if !strings.HasPrefix(content, "default-src 'none'; style-src 'sha256-") || !policy().MatchString(content) {
			p.doubt(p.text, "another policy than isuplan's of what the page may load", content)
		}
	default:
		p.doubt(p.text, "a property that isuplan does not write", name+": "+content)
	}
}

// policy is the form of isuplan's own.
var policy = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; (?:img-src data:; )?base-uri 'none'; form-action 'none'$`)
})

// comment notes a comment, but for those with which isuplan ends a file.
func (p *page) comment(raw string) {
	const mark, digest = 1, 2
	for at, form := range []*regexp.Regexp{mark: ownComments()[mark], digest: ownComments()[digest]} {
		if form != nil && form.MatchString(raw) && p.comments == at-1 && len(p.open) == 0 {
			p.comments = at
			return
		}
	}
	p.doubt(p.text, "a comment, which no reader sees", raw)
}
