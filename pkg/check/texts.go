package check

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Text is a piece of the plan's prose and the path of the thing that it belongs to.
type Text struct {
	Subject string
	Prose   plan.Prose
	Use     schema.Use
	key     string // the path and the key that it stands under
	typed   string // as the author typed it, see typed
	words   []word // of typed
	figures bool   // it has digits
	dated   bool   // and a month
	passage *passage
}

// prose finds what the document prints, by what the language declares.
var prose = sync.OnceValue(func() *schema.Walker { return schema.NewWalker(plan.Shape(), schema.Use.IsProse) })

// texts returns all prose of a plan in the order in which the standard template
// prints it.
func texts(p *plan.Plan) []Text {
	list := make([]Text, 0, 256)
	mandate, convention, meter := -1, [2]int{}, plan.TextMeter{}
	prose().Walk(p.Node, func(f schema.Found) {
		switch {
		case mandate < 0 && strings.HasPrefix(f.Path, "mandate/"):
			mandate = len(list)
		case isConvention(f.Path) && convention[1] == 0:
			convention[0] = len(list)
		}
		if schema.IsTooLong(f.Node.Text()) {
			return // said when it was read
		}
		if !meter.Add(f.Path, f.Node.Text()) {
			return
		}
		node := f.Node.Unbroken()
		list = append(list, newText(f.Subject, plan.Prose{Value: node.Text(), Node: node}, f.Use))
		list[len(list)-1].key = f.Path + " " + f.Key
		if isConvention(f.Path) {
			convention[1] = len(list)
		}
	})
	if mandate >= 0 && convention[1] > 0 {
		return ahead(list, mandate, convention)
	}
	return list
}

// isConvention reports the section of the template that stands before the mandate; all
// others stand behind it.
func isConvention(path string) bool {
	rest, ok := strings.CutPrefix(path, "sections/convention")
	return ok && (rest == "" || rest[0] == '/')
}

// ahead moves a stretch of texts forward in the list.
func ahead(list []Text, to int, stretch [2]int) []Text {
	moved := slices.Clone(list[stretch[0]:stretch[1]])
	list = slices.Delete(list, stretch[0], stretch[1])
	return slices.Insert(list, to, moved...)
}

func newText(subject string, p plan.Prose, use schema.Use) Text {
	t := Text{Subject: subject, Prose: p, Use: use, typed: typed(p)}
	t.words = wordsOf(t.typed)
	t.figures = strings.ContainsAny(t.typed, "0123456789")
	t.dated = t.figures && namesMonth(t.typed)
	return t
}

// subject is the path of an item: by its id, or else by its position, counted from 1.
func subject(path string, i int, id source.At[string]) string {
	if id.IsSet() {
		return path + "/" + id.Value
	}
	return path + "/" + strconv.Itoa(i+1)
}
