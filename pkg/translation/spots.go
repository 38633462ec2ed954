package translation

import (
	"strings"
	"sync"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

// spot is where a text or a value stands in a plan, and what is written there.
type spot struct {
	spotKey
	place string
	use   schema.Use
	Passage
}

// spotKey is what the same spot is called in all language versions.
type spotKey struct {
	path, key string
	number    int // of several under one key, from 0
}

// walker finds all that is written in a plan but for names, which no document prints, remarks, and
// ids, by which things are matched.
var walker = sync.OnceValue(func() *schema.Walker {
	return schema.NewWalker(plan.Shape(), func(u schema.Use) bool {
		switch u {
		case schema.Undeclared, schema.AsName, schema.AsRemark, schema.AsID:
			return false
		}
		return true
	})
})

// own are the keys whose values each language version has for itself: its language, and the files
// that it reads. It has its own waivers too.
var own = map[string]bool{"language": true, "original": true, "previous": true, "frame": true, "file": true}

// spots returns what is written in a version, in the order of the document.
func (v *Version) spots() (list []spot) {
	counts := map[spotKey]int{}
	walker().Walk(v.Plan.Node, func(f schema.Found) {
		if own[f.Key] && !isWords(f.Use) || strings.HasPrefix(f.Path, "waivers/") {
			return
		}
		s := spot{spotKey: spotKey{path: f.Path, key: f.Key}, place: f.Subject, use: f.Use, Passage: Passage{Node: f.Node, Text: f.Node.Text()}}
		if !isWords(f.Use) {
			s.place = f.Path // which says where among the values of a thing
		}
		of := s.spotKey
		s.number = counts[of]
		counts[of]++
		list = append(list, s)
	})
	return list
}

// isWords reports what each version writes in its own language: prose, the names of the Parties, and
// grades, which are letters with a figure (P-5, С-5).
func isWords(u schema.Use) bool { return u.IsProse() || u == schema.AsTerm }
