package serve

import (
	"net/http"
	"net/url"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/report"
)

// planView is a plan in the list of those that are served.
type planView struct {
	Name, Treaty, Title, Period, Total, Findings, Problem string
}

// overview lists the plans; where one only is served, its document is shown at once.
func (s *Server) overview(w http.ResponseWriter, r *http.Request) {
	names, err := s.World.Plans()
	if err != nil {
		refuse(w, http.StatusInternalServerError, err.Error())
		return
	}
	if len(names) == 1 {
		http.Redirect(w, r, address("/document", names[0]), http.StatusSeeOther)
		return
	}
	var list []planView
	for _, name := range names {
		if r.Context().Err() != nil {
			return
		}
		d, ok := s.desk(name)
		if !ok {
			continue
		}
		list = append(list, planOf(d, d.state(r.Context())))
		d.forget() // a folder may have many
	}
	show(w, "plans", map[string]any{"Title": "Plans", "List": list, "Here": "plans"})
}

func planOf(d *desk, t *state) planView {
	v := planView{Name: d.name, Problem: t.problem}
	if t.unit == nil || t.unit.Plan == nil {
		return v
	}
	words := t.unit.Words()
	v.Treaty = t.unit.Plan.Document.Short.Value
	v.Title, v.Total, v.Findings = words.Title(), totalOf(t.unit), report.Count(t.findings)
	if p := t.unit.Plan.Period; p.From.IsSet() && p.To.IsSet() {
		v.Period = p.From.Node.Text() + " – " + p.To.Node.Text()
	}
	return v
}

// totalOf is the total of a budget as a person reads it; "" where there is none.
func totalOf(u *compile.Unit) string {
	if u.Budget == nil || len(u.Budget.Total) == 0 {
		return ""
	}
	at := u.Budget.MainAmount()
	if shown, ok := u.Budget.Scope().Shown(); ok {
		at = shown
	}
	if at < 0 || at >= len(u.Budget.Total) {
		return ""
	}
	return string(u.Budget.Currency) + " " + money.Number(u.Budget.Total[at].Printed, u.Budget.Columns[at].Places, ",", ".")
}

// address is that of a page about a plan.
func address(page, plan string) string { return page + "?plan=" + url.QueryEscape(plan) }
