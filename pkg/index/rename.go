package index

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/schema"
)

// Refused says in plain words why an id cannot be renamed.
type Refused string

// Error returns the words.
func (r Refused) Error() string { return string(r) }

// Rename returns the edits that give a thing another id, wherever it is named. The error is
// Refused where that cannot be.
func (x *Index) Rename(path, id string) ([]diag.Edit, error) {
	t := x.things[path]
	if t == nil || t.ID.IsZero() {
		return nil, Refused("this has no id that can be renamed")
	}
	if !isFormed(t.idShape(), id) {
		return nil, Refused(fmt.Sprintf("%q cannot be an id: use lower-case letters, digits, - and _, beginning with a letter", id))
	}
	before, last := cutLast(path)
	if last == id {
		return nil, nil
	}
	for _, other := range x.Things {
		if _, own := cutLast(other.Path); own == id && (other.Group == t.Group || other.Path == before+"/"+id) {
			return nil, Refused(fmt.Sprintf("%q is the id of something else here", id))
		}
	}
	var edits []diag.Edit
	for _, m := range x.Of(path) {
		edits = append(edits, diag.Edit{Span: m.Span, Text: x.renamed(&m, path, id)})
	}
	edits = append(edits, x.spelledOut(path, id)...)
	if _, err := edit.Applied(x.File, edits); err != nil {
		if errors.Is(err, edit.ErrMeaning) || errors.Is(err, edit.ErrConflict) {
			return nil, Refused("renaming this would change what the rest of the plan says")
		}
		return nil, err
	}
	return edits, nil
}

// renamed is what a mention says with the new id: where a lone id would then name several things, the
// path of this one.
func (x *Index) renamed(m *Mention, path, id string) string {
	space, _ := cutLast(path)
	if m.bare != nil && slices.ContainsFunc(m.bare.To, func(other string) bool { return other != space && x.things[other+"/"+id] != nil }) {
		return space + "/" + id
	}
	return id
}

// spelledOut returns the edits that make paths of lone ids of other things which the new id would
// be mistaken for.
func (x *Index) spelledOut(path, id string) (edits []diag.Edit) {
	space, _ := cutLast(path)
	for i := range x.Mentions {
		m := &x.Mentions[i]
		if _, own := cutLast(m.Path); m.bare != nil && own == id && m.Path != space+"/"+id && slices.Contains(m.bare.To, space) {
			edits = append(edits, diag.Edit{Span: m.Span, Text: m.Path})
		}
	}
	return edits
}

// idShape returns what is declared of the thing's id.
func (t *Thing) idShape() *schema.Shape {
	for _, k := range t.Shape.Keys {
		if s := k.Shape.Itself(); s.Use == schema.AsID {
			return s
		}
	}
	return schema.ID.Shape()
}

func isFormed(s *schema.Shape, id string) bool {
	switch id {
	case "null", "true", "false":
		return false // to YAML these are no words
	}
	form, err := regexp.Compile(s.Pattern)
	return err == nil && form.MatchString(id)
}
