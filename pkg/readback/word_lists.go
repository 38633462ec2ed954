package readback

import "strconv"

type value struct {
	Val string `xml:"val,attr"`
}

// isOn reports whether a property is there and does not say no.
func (v *value) isOn() bool { return v != nil && v.Val != "0" && v.Val != "false" && v.Val != "off" }

type levelXML struct {
	Level  int    `xml:"ilvl,attr"`
	Start  *value `xml:"start"`
	Format value  `xml:"numFmt"`
	Text   value  `xml:"lvlText"`
	Again  *value `xml:"lvlRestart"`
	Plain  *value `xml:"isLgl"`
}

func (x *levelXML) level() level {
	l := level{start: 1, format: x.Format.Val, text: x.Text.Val, restart: -1, plain: x.Plain.isOn()}
	if x.Start != nil {
		l.start, _ = strconv.Atoi(x.Start.Val)
	}
	if x.Again != nil {
		l.restart, _ = strconv.Atoi(x.Again.Val)
	}
	return l
}

// lists reads the forms of numbers.
func (o *office) lists(n *numbering, part string) {
	var lists struct {
		Abstract []struct {
			ID    string     `xml:"abstractNumId,attr"`
			Level []levelXML `xml:"lvl"`
		} `xml:"abstractNum"`
		List []struct {
			ID       string `xml:"numId,attr"`
			Abstract value  `xml:"abstractNumId"`
			Override []struct {
				Level int       `xml:"ilvl,attr"`
				Start *value    `xml:"startOverride"`
				Form  *levelXML `xml:"lvl"`
			} `xml:"lvlOverride"`
		} `xml:"num"`
	}
	_ = unmarshal(o.small(part, mostPart), &lists) // without it there are no numbers
	for _, a := range lists.Abstract {
		n.levels[a.ID] = map[int]level{}
		for i := range a.Level {
			n.levels[a.ID][a.Level[i].Level] = a.Level[i].level()
		}
	}
	for _, x := range lists.List {
		l := list{abstract: x.Abstract.Val, starts: map[int]int{}, levels: map[int]level{}}
		for _, over := range x.Override {
			if over.Form != nil {
				l.levels[over.Level] = over.Form.level()
			}
			if over.Start != nil {
				l.starts[over.Level], _ = strconv.Atoi(over.Start.Val)
			}
		}
		n.lists[x.ID] = l
	}
}

// styles reads what styles say of numbers, and of text that is not shown.
func (o *office) styles(n *numbering, part string) {
	var sheet struct {
		Vanish *value `xml:"docDefaults>rPrDefault>rPr>vanish"`
		Style  []struct {
			ID      string `xml:"styleId,attr"`
			Default string `xml:"default,attr"`
			Based   value  `xml:"basedOn"`
			List    value  `xml:"pPr>numPr>numId"`
			Level   value  `xml:"pPr>numPr>ilvl"`
			Vanish  *value `xml:"rPr>vanish"`
		} `xml:"style"`
	}
	_ = unmarshal(o.small(part, mostPart), &sheet) // without it no style numbers
	says := map[string]*value{}
	for _, s := range sheet.Style {
		n.styles[s.ID] = style{s.Based.Val, s.List.Val, s.Level.Val}
		says[s.ID] = s.Vanish
	}
	for _, s := range sheet.Style {
		name := s.ID
		for range mostBased {
			if v := says[name]; v != nil {
				if n.vanished[s.ID] = v.isOn(); s.Default == "1" || s.Default == "true" {
					n.vanished[""] = v.isOn()
				}
				break
			}
			name = n.styles[name].based
		}
	}
	if sheet.Vanish.isOn() {
		n.vanished[""] = true
	}
}
