package check_test

import (
	"iter"
	"sync"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
)

// skeleton is the template and the language that plans are printed with.
var skeleton = sync.OnceValue(func() (in compose.Input) {
	in.Template, _, _ = compose.LoadTemplate(embedded("un.yaml"))
	in.Language, _, _ = language.Load(embedded("languages/en.yaml"))
	return in
})

// page is what a plan's document prints.
func page(p *plan.Plan, b *budget.Budget) iter.Seq[[]check.Piece] {
	in := skeleton()
	in.Plan, in.Budget = p, b
	doc, _ := compose.Build(in)
	return func(yield func([]check.Piece) bool) {
		for t := range doc.Texts() {
			var pieces []check.Piece
			for _, run := range t {
				pieces = append(pieces, check.Piece{Text: run.Text, Node: run.Origin, Mark: run.Note > 0})
			}
			if !yield(pieces) {
				return
			}
		}
	}
}

func TestArticles(t *testing.T) {
	for word, want := range map[string]string{
		"Implementation": "an", "Convention": "a", "unit": "a", "uninformed": "an", "unimportant": "an", "European": "a", "one-year": "a", "hour": "an",
		"honorary": "an", "hospital": "a", "ISU": "an", "CCM": "a", "MSP": "an", "ATT": "an", "UN": "a", "NGO": "", "SBSTTA": "an", "UNESCO": "a",
		"8MSP": "an", "11": "an", "18": "an", "12": "a", "80": "an", "État": "", "Office": "an", "Union": "a", "USD": "a",
	} {
		if got := check.ArticleOf(word); got != want {
			t.Errorf("%s: %q, not %q", word, got, want)
		}
	}
}
