package readback

import (
	"encoding/xml"
	"path"
	"strings"
)

// relation is another part that a part refers to, or an address outside of the file.
type relation struct{ kind, part, address string }

// relations are what a part refers to, by ids.
type relations map[string]relation

// relations reads what a part refers to, or the package where it is "".
func (o *office) relations(part string) relations {
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"http://schemas.openxmlformats.org/package/2006/relationships Relationship"`
	}
	dir, name := path.Split(part)
	_ = xml.Unmarshal(o.small(dir+"_rels/"+name+".rels", mostPart), &list) // without it there are none
	out := relations{}
	for _, r := range list.Relationship {
		target, address := path.Join(dir, r.Target), ""
		switch {
		case r.Mode == "External":
			target, address = "", r.Target
		case strings.HasPrefix(r.Target, "/"):
			target = strings.TrimPrefix(path.Clean(r.Target), "/")
		}
		out[r.ID] = relation{r.Type[strings.LastIndexByte(r.Type, '/')+1:], target, address}
	}
	return out
}

// part returns the part of a kind, "" where there is none or more than one: then
// programs differ on which they show.
func (r relations) part(kind string) (part string) {
	for _, x := range r {
		if x.kind != kind {
			continue
		}
		if part != "" {
			return ""
		}
		part = x.part
	}
	return part
}
