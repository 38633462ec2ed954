package index

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Place is where something is being written. It is found by the lines alone, so that it is known
// also while the file cannot be parsed.
type Place struct {
	// Shape is what may be written: the value behind a key or in a list, or the group whose key
	// it would be.
	Shape *schema.Shape
	IsKey bool // a key of the group
	// Said is what is declared of the key whose value it is; nil for none.
	Said *schema.KeyDoc
	// From is the offset at which what is being written begins.
	From int
	// Quote says that what is being written is a name in prose; From is then behind the ${.
	Quote bool
	// Siblings are the values of the group that the place is in, by their keys; of those that
	// are no single values only the key is known.
	Siblings map[string]string
	// Chosen says that the keys of the group are chosen by the author; Before is what holds it.
	Chosen bool
	// Path are the keys that lead here, "-" for an item of a list.
	Path []string
	// Flow says that the place is in brackets or braces.
	Flow bool
}

// frame is a key or a dash that leads to a place.
type frame struct {
	key  string // "-" for an item
	col  int
	rest int // the offset of what stands behind it
	line int
}

// At returns what may be written at an offset of a file whose root may hold a shape. It is false
// where the declaration knows nothing of the place.
func At(f *source.File, shape *schema.Shape, offset int) (Place, bool) {
	w := placer{file: f, text: string(f.Bytes[:min(offset, len(f.Bytes))]), offset: offset}
	frames := w.frames()
	p := Place{From: w.token()}
	flow, start := w.flow(frames)
	if flow != nil {
		frames = frames[:start]
		p.Flow = true
	}
	s := shape.Itself()
	for _, fr := range frames {
		if s = p.enter(s, fr.key); s == nil {
			return p, false
		}
	}
	if flow != nil {
		return w.inFlow(p, s, flow)
	}
	p.Shape, p.IsKey = s, w.isKey(s, frames)
	if from, ok := w.quote(); ok && isText(s) {
		p.From, p.Quote, p.IsKey = from, true, false
		return p, true
	}
	if p.IsKey {
		p.Chosen = s.By != nil
	}
	p.Siblings = w.siblings(frames, p.IsKey)
	return p, true
}

// enter goes from a shape to what stands under a key or a dash of it; nil where nothing may.
func (p *Place) enter(s *schema.Shape, key string) *schema.Shape {
	p.Path = append(p.Path, key)
	p.Said = nil
	if s.Short != nil && s.Of == nil && len(s.Keys) == 0 && s.By == nil {
		s = s.Short.Itself()
	}
	if key == "-" {
		if s.By != nil && s.Short != nil { // a list may stand instead of a map
			s = s.Short.Itself()
		}
		if s.Of == nil || s.By != nil {
			return nil
		}
		return s.Of.Itself()
	}
	if s.By != nil && s.Of != nil {
		return s.Of.Itself()
	}
	if p.Said = s.Declared(key); p.Said == nil {
		return nil
	}
	return p.Said.Shape.Itself()
}

func isText(s *schema.Shape) bool {
	use := s.Scalar().Use
	return use.IsProse() || use == schema.Undeclared || use == schema.AsTerm || use == schema.AsRemark
}

// placer reads the lines above a place.
type placer struct {
	file   *source.File
	text   string // up to the place
	offset int
}

// token returns where the word begins that is being written.
func (w *placer) token() int {
	i := len(w.text)
	for i > 0 && !strings.ContainsRune(" \t\n\r,[]{}\"'", rune(w.text[i-1])) {
		i--
	}
	return i
}

// quote returns the offset behind a ${ that is open.
func (w *placer) quote() (int, bool) {
	i := strings.LastIndex(w.text, "${")
	if i < 0 || strings.ContainsAny(w.text[i:], "} \t\r\n") || i > 0 && w.text[i-1] == '$' {
		return 0, false
	}
	return i + len("${"), true
}

// isKey reports that what is being written is a key of a group, not the value of one.
func (w *placer) isKey(s *schema.Shape, frames []frame) bool {
	if len(s.Keys) == 0 && s.By == nil {
		return false
	}
	if len(frames) == 0 {
		return true
	}
	last := frames[len(frames)-1]
	own := last.line == w.line()
	return !own || last.key == "-"
}

// line returns the line of the place, counted from 1.
func (w *placer) line() int { return w.file.At(len(w.text)).Line }
