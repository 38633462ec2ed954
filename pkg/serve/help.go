package serve

import (
	"context"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/manual"
)

// rulesName is the page of the rules, which they themselves make.
const rulesName = "rules"

// help lists the pages of the documentation.
func (s *Server) help(w http.ResponseWriter, r *http.Request) {
	pages := manual.Titles()
	if s.Rules != nil {
		pages = append(pages, manual.Page{Name: rulesName, Title: "The rules of check"})
	}
	slices.SortFunc(pages, func(a, b manual.Page) int { return strings.Compare(a.Name, b.Name) })
	v := s.helpView(r, "Help")
	v["Pages"] = pages
	show(w, "help", v)
}

// helpPage shows a page of the documentation.
func (s *Server) helpPage(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("page")
	page, ok := manual.Named(name)
	if name == rulesName && s.Rules != nil {
		text, err := s.rulesText(r.Context())
		if err != nil {
			refuse(w, http.StatusInternalServerError, err.Error())
			return
		}
		page, ok = manual.Read(rulesName, text), true
	}
	if !ok {
		refuse(w, http.StatusNotFound, "There is no page of this name.")
		return
	}
	v := s.helpView(r, page.Title)
	plan, _ := v["Plan"].(string)
	v["Body"] = template.HTML(page.HTML(func(target string) string { return helpLink(target, plan) })) //nolint:gosec // all text in it is escaped
	show(w, "help", v)
}

// rulesText returns the page of the rules, which is made once: each rule is tried for it.
func (s *Server) rulesText(ctx context.Context) (string, error) {
	s.rules.mu.Lock()
	defer s.rules.mu.Unlock()
	if s.rules.text != "" {
		return s.rules.text, nil
	}
	text, err := s.Rules(ctx)
	if err == nil {
		s.rules.text = text
	}
	return text, err
}

// helpView is what all pages of help have; with a plan they lead back to it.
func (s *Server) helpView(r *http.Request, title string) map[string]any {
	plan := r.URL.Query().Get("plan")
	if _, ok := s.desk(plan); !ok {
		plan = ""
	}
	return map[string]any{"Title": title, "Plan": plan, "Here": "help", "Many": s.many()}
}

// helpLink returns where a link of a page leads, "" for what is not among the pages.
func helpLink(target, plan string) string {
	name, id, _ := strings.Cut(target, "#")
	switch {
	case strings.HasPrefix(target, "https://"), name == "":
		return target
	case strings.HasSuffix(name, ".md") && !strings.Contains(name, "/"):
		u := url.URL{Path: "/help/" + strings.TrimSuffix(name, ".md"), Fragment: id}
		if plan != "" {
			u.RawQuery = url.Values{"plan": {plan}}.Encode()
		}
		return u.String()
	}
	return ""
}

// ruleAddress is where the page of the rules says what a rule wants.
func ruleAddress(r diag.Rule) string {
	return "/help/" + rulesName + "#" + strings.ToLower(r.Code) + "-" + r.Name
}
