package rollover

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

// texts marks what names the old year or the old meeting in words of its own: whether
// that has to roll on takes a person.
func (r *roller) texts() {
	years := regexp.MustCompile(`\b` + year(r.plan.Period.From.Value.Year()) + `\b`)
	r.walk(r.plan.Node, "", func(key string, n source.Node) {
		if years.MatchString(n.Text()) && isProse(key) {
			r.review(n.Span(), "it names %s, the year of the old plan", year(r.plan.Period.From.Value.Year()))
		}
	})
}

// walk shows the texts of a plan and the keys that they stand under.
func (r *roller) walk(n source.Node, key string, see func(string, source.Node)) {
	if n.Kind() == source.Scalar {
		see(key, n)
	}
	for _, item := range n.Items() {
		r.walk(item, key, see)
	}
	for k, v := range n.Pairs() {
		if name := k.Text(); name != "waivers" && name != "document" {
			r.walk(v, name, see)
		}
	}
}

// isProse reports keys whose values are read by people.
func isProse(key string) bool {
	switch key {
	case "text", "note", "label", "heading", "footnote", "objective", "expected", "paragraphs", "assumptions", "notes", "mandate", "objectives", "outcomes":
		return true
	}
	return false
}

// waivers drops the waivers, and lists what they hid.
func (r *roller) waivers() {
	if len(r.plan.Waivers) == 0 {
		return
	}
	var b strings.Builder
	b.WriteString("# The waivers of the year before were dropped. They hid:\n")
	for _, w := range r.plan.Waivers {
		b.WriteString("#   " + w.Rule.Value + " at " + w.At.Value + ": " + strings.Join(strings.Fields(w.Reason.Value), " ") + "\n")
	}
	for k, v := range r.plan.Node.Pairs() {
		if k.Text() == "waivers" {
			from, to := k.Start().Offset, v.Span().End.Offset
			r.edits = append(r.edits, diag.Edit{Span: r.file.Span(from, to), Text: strings.TrimSuffix(b.String(), "\n")})
		}
	}
}

func editAt(f *source.File, at int, text string) diag.Edit {
	return diag.Edit{Span: f.Span(at, at), Text: text}
}

var plain = pattern.Lazy(`^[\pL\d][\pL\d .,'’()/-]*$`)

// scalar writes a text as a value: plain where that is safe.
func scalar(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if plain().MatchString(s) && !strings.HasSuffix(s, " ") && !regexp.MustCompile(`^[\d.,-]+$`).MatchString(s) {
		return s
	}
	quoted, _ := json.Marshal(s)
	return string(quoted)
}
