package pdf

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// PrepareWith prepares a file with other fonts, for the tests of other packages' sides.
var PrepareWith = prepareWith

// Evenness is how evenly the justified lines of a document are set.
type Evenness struct {
	Lines   int      // that are justified
	Wide    int      // of them, those with spaces of more than twice the usual width
	Divided int      // that end in the middle of a word
	InARow  int      // most of them in a row
	Heads   []string // of the words that are divided
}

// Evenly measures a document.
func Evenly(doc *document.Document) (e Evenness, err error) {
	s, err := set.New()
	if err != nil {
		return e, err
	}
	l := layout{tree: newTree(), setter: s.Hyphenate(doc.Meta.Hyphenation)}
	l.masthead(&doc.Masthead)
	l.blocks(doc.Blocks)
	row := 0
	for i := range l.slabs {
		for k := range l.slabs[i].texts {
			if t := &l.slabs[i].texts[k]; t.gap != 0 {
				e.add(t, s.Width(" ", 0, t.size))
				if row++; e.Lines > 0 && t.atoms[len(t.atoms)-1].Hyphen == 0 {
					row = 0
				}
				e.InARow = max(e.InARow, row)
			}
		}
	}
	return e, nil
}

func (e *Evenness) add(t *text, space length) {
	e.Lines++
	if t.widened(space+t.gap) > 2*space {
		e.Wide++
	}
	if last := &t.atoms[len(t.atoms)-1]; last.Hyphen > 0 {
		e.Divided++
		e.Heads = append(e.Heads, last.Text)
	}
}
