package readback

import "encoding/xml"

// sheet is what the styles of a Word file say of text.
type sheet struct {
	usual     look // of text, where nothing else is said
	usualPar  look // of paragraphs
	styles    map[string]*styled
	defaults  map[string]string // the style of each kind that is meant where none is named
	oddTables map[string]bool   // styles of tables that may hide text in some cells
	runs      map[[3]string]look
}

// styled is a style.
type styled struct {
	name      string
	based     string
	run, par  look
	condition []look // of some cells of a table
}

// sheetReader reads the styles.
type sheetReader struct {
	*sheet
	style       *styled
	depth       int
	holder      look
	holderDepth int
	inDefaults  bool
	conditional int // the depth of what some cells have, 0 for none
}

// sheetOf reads the part with the styles.
func (o *office) sheetOf(part string) *sheet {
	s := &sheet{usual: look{}, usualPar: look{}, styles: map[string]*styled{}, defaults: map[string]string{}, oddTables: map[string]bool{}, runs: map[[3]string]look{}}
	_ = walk(o.small(part, mostPart), &sheetReader{sheet: s}) // what can be read of it counts
	for id := range s.styles {
		s.oddTables[id] = s.isOdd(id)
	}
	return s
}

func (r *sheetReader) full() bool   { return false } // the part is small
func (r *sheetReader) chars([]byte) {}

func (r *sheetReader) start(e xml.StartElement) {
	r.depth++
	local := e.Name.Local
	if r.holder != nil {
		if r.depth == r.holderDepth+1 {
			if spaceOf(e.Name) != wordSpace {
				local = "w14:" + local
			}
			r.holder.set(local, valueOf(e))
		}
		return
	}
	if spaceOf(e.Name) != wordSpace {
		return
	}
	switch local {
	case "docDefaults":
		r.inDefaults = true
	case "style":
		r.style = &styled{run: look{}, par: look{}}
		id, kind := attribute(e, "styleId"), attribute(e, "type")
		r.styles[id] = r.style
		if d := attribute(e, "default"); d == "1" || d == "true" || d == "on" {
			r.defaults[kind] = id
		}
	case "name":
		if r.style != nil {
			r.style.name = attribute(e, "val")
		}
	case "basedOn":
		if r.style != nil {
			r.style.based = attribute(e, "val")
		}
	case "tblStylePr":
		r.conditional = r.depth
	case "rPr", "pPr":
		r.hold(local)
	}
}

// hold begins the properties of a text or of a paragraph.
func (r *sheetReader) hold(local string) {
	r.holderDepth = r.depth
	switch {
	case r.inDefaults && local == "rPr":
		r.holder = r.usual
	case r.inDefaults:
		r.holder = r.usualPar
	case r.style == nil:
	case r.conditional > 0:
		r.holder = look{}
		r.style.condition = append(r.style.condition, r.holder)
	case local == "rPr":
		r.holder = r.style.run
	default:
		r.holder = r.style.par
	}
}

func (r *sheetReader) end(n xml.Name) {
	if r.holder != nil && r.depth == r.holderDepth {
		r.holder = nil
	}
	if r.depth == r.conditional {
		r.conditional = 0
	}
	if spaceOf(n) == wordSpace {
		switch n.Local {
		case "docDefaults":
			r.inDefaults = false
		case "style":
			r.style = nil
		}
	}
	r.depth--
}

// chain is what a style says, with all that it is based on.
func (s *sheet) chain(id string, of func(*styled) look) look {
	var chain []look
	for range mostBased {
		st := s.styles[id]
		if st == nil {
			break
		}
		chain = append(chain, of(st))
		id = st.based
	}
	out := look{}
	for i := len(chain) - 1; i >= 0; i-- {
		out = chain[i].over(out)
	}
	return out
}

func runOf(s *styled) look       { return s.run }
func paragraphOf(s *styled) look { return s.par }

// named returns a style, or the usual one of its kind where none is named.
func (s *sheet) named(id, kind string) string {
	if id == "" {
		return s.defaults[kind]
	}
	return id
}

// run is how a text is set by the styles of its table, its paragraph and its own.
func (s *sheet) run(table, paragraph, character string) look {
	key := [3]string{table, paragraph, character}
	if l, ok := s.runs[key]; ok {
		return l
	}
	out := s.chain(table, runOf).over(s.usual)
	out = s.chain(s.named(paragraph, "paragraph"), runOf).over(out)
	out = s.chain(s.named(character, "character"), runOf).over(out)
	s.runs[key] = out
	return out
}

// paragraph is how a paragraph is set by its style.
func (s *sheet) paragraph(style string) look {
	return s.chain(s.named(style, "paragraph"), paragraphOf).over(s.usualPar)
}

// isOdd reports whether a style of tables may hide text in some cells.
func (s *sheet) isOdd(id string) bool {
	for range mostBased {
		st := s.styles[id]
		if st == nil {
			return false
		}
		for _, l := range st.condition {
			if len(s.strange(l, "")) > 0 {
				return true
			}
		}
		id = st.based
	}
	return false
}
