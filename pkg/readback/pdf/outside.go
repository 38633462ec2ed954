package pdf

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// What a file may have outside of its pages.
const (
	Bookmark = "a bookmark"                    // beside the pages
	Title    = "a title"                       // above them
	Spoken   = "a text for readers who listen" // in the place of what is drawn
	script   = "something that runs by itself"
	attached = "a file within the file"
	form     = "a form that viewers fill in by themselves"
	spare    = "pages that are not shown yet"
	labelled = "a name in the place of a page's number"
	broken   = "a list of the file's parts that viewers may read in different ways"
)

// outside gathers what is strange outside of the pages.
type outside struct {
	*File
	list []Strange
}

// Strange returns what the file has outside of its pages that viewers show or do.
func (f *File) Strange() []Strange {
	o := outside{File: f}
	root := f.catalog()
	if f.rebuilt {
		o.add(broken, "")
	}
	o.action(root["OpenAction"])
	if root["AA"] != nil {
		o.add(script, "")
	}
	o.names(f.dict(root["Names"]))
	for _, key := range []name{"Collection", "AF"} {
		if root[key] != nil {
			o.add(attached, "")
		}
	}
	if f.dict(root["AcroForm"])["XFA"] != nil {
		o.add(form, "")
	}
	if len(f.list(f.dict(root["OCProperties"])["OCGs"])) > 0 {
		o.add("layers, which viewers can switch on and off", "")
	}
	o.bookmarks(f.dict(root["Outlines"]))
	o.labels(f.dict(root["PageLabels"]), 0)
	o.title()
	o.spoken(root["StructTreeRoot"])
	return o.list
}

func (o *outside) add(what, text string) {
	if o.pay(perEntry + len(text)) {
		o.list = append(o.list, Strange{what, text})
	}
}

// text reads a text that stands outside of pages, its blanks made one.
func (f *File) text(v any) string {
	s, _ := f.get(v).(text)
	return strings.Join(strings.Fields(String(string(s))), " ")
}

// action notes an action that does more than show a place in the file.
func (o *outside) action(v any) {
	d, isAction := o.get(v).(dict)
	if !isAction {
		return
	}
	if kind, _ := o.get(d["S"]).(name); kind != "GoTo" || d["Next"] != nil {
		o.add(script, string(kind))
	}
}

func (o *outside) names(d dict) {
	for _, n := range []struct {
		key  name
		what string
	}{{"JavaScript", script}, {"EmbeddedFiles", attached}, {"Templates", spare}, {"Pages", spare}, {"Renditions", script}} {
		if d[n.key] != nil {
			o.add(n.what, "")
		}
	}
}

// bookmarks reads the titles of the outline, in the order in which they are shown.
func (o *outside) bookmarks(d dict) {
	seen := map[int]bool{}
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		for v != nil && depth < deepest && o.pay(perEntry) {
			if r, ok := v.(ref); ok {
				if seen[r.number] {
					return
				}
				seen[r.number] = true
			}
			item := o.dict(v)
			if t := o.text(item["Title"]); t != "" {
				o.add(Bookmark, t)
			}
			o.action(item["A"])
			walk(item["First"], depth+1)
			v = item["Next"]
		}
	}
	walk(d["First"], 0)
}

// labels reads the names of pages that are no numbers.
func (o *outside) labels(d dict, depth int) {
	for _, kid := range o.File.list(d["Kids"]) {
		if depth < deepest {
			o.labels(o.dict(kid), depth+1)
		}
	}
	for _, v := range o.File.list(d["Nums"]) {
		l, ok := o.get(v).(dict)
		if start, given := o.number(l["St"]); ok && (l["P"] != nil || given && start != 1) {
			o.add(labelled, o.text(l["P"]))
		}
	}
}

// title reads the titles, which viewers show above the page: the file has two.
func (o *outside) title() {
	if t := o.text(o.dict(o.trailer["Info"])["Title"]); t != "" {
		o.add(Title, t)
	}
	d := xml.NewDecoder(io.LimitReader(bytes.NewReader(o.Metadata()), 1<<20))
	inside, said := false, ""
	for {
		token, err := d.Token()
		if err != nil {
			break
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = inside || token.Name.Local == "title" && token.Name.Space == "http://purl.org/dc/elements/1.1/"
		case xml.EndElement:
			inside = inside && token.Name.Local != "title"
		case xml.CharData:
			if inside {
				said += string(token) + " "
			}
		}
	}
	if t := strings.Join(strings.Fields(said), " "); t != "" {
		o.add(Title, t)
	}
}

// spoken reads the words that the structure has in the place of what is shown.
func (o *outside) spoken(v any) {
	seen := map[int]bool{}
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		if r, ok := v.(ref); ok {
			if seen[r.number] {
				return
			}
			seen[r.number] = true
		}
		if depth > deepest || !o.pay(perObject) {
			return
		}
		switch e := o.get(v).(type) {
		case array:
			for _, one := range e {
				walk(one, depth+1)
			}
		case dict:
			for _, key := range []name{"ActualText", "Alt", "E"} {
				if t := o.text(e[key]); t != "" {
					o.add(Spoken, t)
				}
			}
			walk(e["K"], depth+1)
		}
	}
	walk(v, 0)
}
