package rollover

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// searched finds every text of a plan, by what the language declares. Waivers are
// dropped, and with them what they say.
var searched = sync.OnceValue(func() *schema.Walker {
	return schema.NewWalker(plan.Shape(), func(u schema.Use) bool { return u.IsText() && u != schema.AsRemark })
})

// texts marks what names the old year, the old meeting or its days in words of its own:
// whether that has to roll on takes a person.
func (r *roller) texts() {
	searched().Walk(r.plan.Node, func(f schema.Found) {
		if r.names[f.Node] || r.isDropped(f.Node) {
			return
		}
		r.quotesSpent(f.Node)
		r.quotesMeasured(f.Node)
		r.quotesFrame(f.Node)
		if found := r.old.in(r.references(f.Node)); len(found) > 0 {
			r.review(f.Node.Span(), "it names %s", strings.Join(found, "; "))
		}
	})
}

// references lets what a text quotes of a column be of the column that stands there now. It
// returns the text without what rolled on.
func (r *roller) references(n source.Node) string {
	text := n.Text()
	if len(r.columns) == 0 || !strings.Contains(text, "${") {
		return text
	}
	var rest strings.Builder
	end := 0
	for _, at := range reference().FindAllStringIndex(text, -1) {
		from, s := r.quoted(text[at[0]:at[1]])
		if from == 0 {
			continue
		}
		from += at[0]
		r.edits = append(r.edits, diag.Edit{Span: n.Part(from, from+len(s.old.ID.Value)), Text: s.id})
		r.rolled++
		rest.WriteString(text[end:at[0]])
		end = at[1]
	}
	return rest.String() + text[end:]
}

// quoted returns where in a reference a column stands that has another name now.
func (r *roller) quoted(name string) (int, slot) {
	parts := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("${}.| ", r) })
	for n, part := range parts {
		if n == 0 || n == 1 && parts[0] != "budget" || parts[0] == "tables" || parts[0] == "indicators" {
			continue // the name of a figure, such as of a fact, and no column; targets stay under their years
		}
		i := slices.IndexFunc(r.columns, func(s slot) bool { return s.old.ID.Value == part && !s.added })
		if i >= 0 && r.columns[i].id != part {
			return strings.Index(name, "."+part) + 1, r.columns[i]
		}
	}
	return 0, slot{}
}

// waivers drops the waivers, and lists what they hid.
func (r *roller) waivers() {
	if len(r.plan.Waivers) == 0 {
		return
	}
	var b strings.Builder
	b.WriteString("# The waivers of the year before were dropped. They hid:\n")
	for _, w := range r.plan.Waivers {
		b.WriteString("#   " + oneLine(w.Rule.Value) + " at " + oneLine(w.At.Value) + ": " + oneLine(w.Reason.Value) + "\n")
	}
	for k, v := range r.plan.Node.Pairs() {
		if k.Text() == "waivers" {
			from, to := k.Start().Offset, v.Span().End.Offset
			r.edits = append(r.edits, diag.Edit{Span: r.file.Span(from, to), Text: strings.TrimSuffix(b.String(), "\n")})
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func editAt(f *source.File, at int, text string) diag.Edit {
	return diag.Edit{Span: f.Span(at, at), Text: text}
}

var plain = pattern.Lazy(`^[\pL\d][\pL\d .'’()/-]*$`) // a comma ends a value in brackets

var number = pattern.Lazy(`^[\d.-]+$`)

// scalar writes a text as a value: plain where that is safe.
func scalar(s string) string {
	s = oneLine(s)
	if plain().MatchString(s) && !strings.HasSuffix(s, " ") && !number().MatchString(s) {
		return s
	}
	quoted, _ := json.Marshal(s)
	return string(quoted)
}
