package compile

import (
	"context"
	"io"

	"github.com/isuplan/isuplan/pkg/compare"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/translation"
)

// LanguageVersions is two language versions of one plan, side by side.
type LanguageVersions struct {
	left *Unit
	*translation.Comparison
}

// CompareLanguages holds two language versions of one plan side by side; both could be read
// completely. The first one's language words what was found.
func CompareLanguages(ctx context.Context, left, right *Unit) (v *LanguageVersions, err error) {
	for _, u := range []*Unit{left, right} {
		if u == nil || !u.Complete() || u.absent {
			return nil, ErrIncomplete
		}
	}
	defer guard("comparing", right.File, &err)
	of := func(u *Unit) translation.Version {
		return translation.Version{Name: report.Clean(u.File.Name), Plan: u.Plan, Language: u.Language, Words: u.Words().Text}
	}
	return &LanguageVersions{left, translation.Compare(of(left), of(right))}, ctx.Err()
}

// Document makes a document of what is to be looked at, or of all texts.
func (v *LanguageVersions) Document(all bool) *document.Document {
	return compare.Versions(v.Comparison, all, v.left.comparisonWords())
}

// WriteJSON writes what is to be looked at for other programs.
func (v *LanguageVersions) WriteJSON(w io.Writer) error {
	return translation.WriteJSON(w, v.Comparison)
}
