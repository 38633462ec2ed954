package importer

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
)

var shortAt = pattern.Lazy(`\(["“]?([A-Z][A-Za-z0-9-]{1,9})["”]?\)`)

// shortOf finds the abbreviation of a name that the texts introduce, as "Implementation Support
// Unit (ISU)".
func shortOf(name string, passages []*passage) string {
	const most = 100 // places in a text
	lower := strings.ToLower(name)
	for _, p := range passages {
		if name == "" || len(strings.ToLower(p.text)) != len(p.text) {
			continue
		}
		text := strings.ToLower(p.text)
		for from, n := 0, 0; n < most; n++ {
			at := strings.Index(text[from:], lower)
			if at < 0 {
				break
			}
			from += at + len(lower)
			rest := strings.TrimLeft(p.text[from:], " ")
			if m := shortAt().FindStringSubmatchIndex(rest[:min(len(rest), 20)]); m != nil && m[0] == 0 {
				return rest[m[2]:m[3]]
			}
		}
	}
	return ""
}

// complete fills in what the head of page one leaves out from the texts, and makes what a
// plan must have and the file does not say.
func (m *masthead) complete(passages, headings []*passage, d *dates, book bookYears) {
	if m.unit == "" {
		m.unit = m.unitOf()
	}
	if m.unit == "" {
		m.unit = "Implementation Support Unit"
		m.made = append(m.made, "document.unit: the file does not name the unit")
	}
	if m.convention == "" {
		m.convention = "Convention"
		m.made = append(m.made, "document.convention: the file does not name the treaty")
	}
	m.short, m.unitShort = shortOf(m.convention, passages), shortOf(m.unit, passages)
	m.yearOf(headings)
	said := false
	for _, p := range passages {
		if !m.periodFrom.IsZero() && (p.inTable || p.result != nil || p.kind == numberMark && p.depth > 0) {
			continue // the time of an activity
		}
		if f, ok := d.spanIn(p.text); ok && (m.periodFrom.IsZero() || f.start > 0 || f.end < len(p.text)) && isPeriod(f.from, f.to) && (m.periodFrom.IsZero() || f.to.Year() == m.periodTo.Year() && f.from.Year() == m.periodFrom.Year()) {
			m.periodFrom, m.periodTo, said = f.from, f.to, true
			break
		}
		if f, ok := d.bothIn(p.text); ok && isPeriod(f.from, f.to) && f.from.Year() == m.periodFrom.Year() && f.to.Year() == m.periodTo.Year() {
			m.periodFrom, m.periodTo, said = f.from, f.to, true // from 1 July 2026 until 30 June 2027
			break
		}
	}
	if years := m.periodTo.Year() - m.periodFrom.Year(); years > 0 && !said {
		m.made = append(m.made, "period: the file names the years "+strconv.Itoa(m.periodFrom.Year())+" to "+strconv.Itoa(m.periodTo.Year())+", and no days")
	}
	if m.periodFrom.IsZero() {
		m.periodOf(passages, book)
	}
	if m.date.IsZero() {
		m.date = m.on
		if m.date.IsZero() {
			m.date = time.Date(m.periodFrom.Year()-1, 6, 1, 0, 0, 0, 0, time.UTC)
		}
		m.made = append(m.made, "document.date: the file does not say the day of the document")
	}
	if m.meeting == "" || m.place == "" || m.from.IsZero() {
		if m.meeting != "" || m.place != "" || !m.from.IsZero() {
			m.made = append(m.made, "document.meeting: the file says only "+strings.Trim(strings.Join([]string{m.meeting, m.place, m.dateOf()}, ", "), ", "))
		}
		m.meeting = ""
	}
}

func (m *masthead) dateOf() string {
	if m.from.IsZero() {
		return ""
	}
	return string(iso(m.from))
}

// yearOf takes the year that most headings name for that of the plan, whatever the title
// says; or the years that the heading of the budget alone names.
func (m *masthead) yearOf(headings []*passage) {
	count, best := map[string]int{}, ""
	budget := false
	for _, h := range headings {
		if y := yearAt().FindStringSubmatch(h.text); y != nil {
			if count[y[0]]++; count[y[0]] > count[best] {
				best = y[0]
			}
			budget = slices.Contains(wordsOf(h.text), "budget")
		}
	}
	if count[best] > 1 || len(count) == 1 && budget {
		m.ofYears(best)
	}
}

// isPeriod reports whether two days are the first and the last of months, as of a plan.
func isPeriod(from, to time.Time) bool {
	return from.Day() == 1 && to.AddDate(0, 0, 1).Day() == 1 && to.Sub(from).Hours() > 24*80
}

// periodOf makes the period of the year that the texts name most often, or else of the one that the
// workbook names.
func (m *masthead) periodOf(passages []*passage, book bookYears) {
	count := map[string]int{}
	best := ""
	for _, p := range passages {
		for _, y := range yearAt().FindAllStringSubmatch(p.text, -1) {
			if count[y[1]]++; count[y[1]] > count[best] || count[y[1]] == count[best] && y[1] < best {
				best = y[1]
			}
		}
	}
	switch {
	case best != "":
		m.ofYears(best)
	case book.years != "":
		if m.ofYears(book.years); book.asks != "" {
			m.made = append(m.made, "period: "+book.asks)
		}
		return
	default:
		m.ofYears("2000")
	}
	m.made = append(m.made, "period: the file does not say for which year it is")
}

// unitOf names the unit: the one that submits the document, or that its title names.
func (m *masthead) unitOf() string {
	if m.by != "" && !strings.Contains(strings.ToLower(m.by), "president") && !strings.Contains(strings.ToLower(m.by), "coordinator") {
		return m.by
	}
	return unitAt().FindString(m.title)
}

var unitAt = pattern.Lazy(`(?:[A-Z][A-Za-z-]+\s+){1,5}(?:Unit|Secretariat|Bureau|Office|Centre)\b|\bSecretariat\b`)

// document writes the plan's document group.
func (m *masthead) document(titleOf string) *group {
	g := &group{}
	g.set("convention", prose(m.convention))
	g.set("short", prose(m.short))
	g.set("unit", prose(m.unit))
	g.set("unit_short", prose(m.unitShort))
	if titleOf != "" && m.title != "" && m.title != titleOf {
		g.set("title", prose(m.title))
	}
	g.set("symbol", m.symbol)
	g.set("job", m.job)
	g.set("distribution", m.distribution)
	g.set("date", iso(m.date))
	if m.meeting != "" {
		meeting := &group{}
		meeting.set("name", prose(m.meeting))
		meeting.set("place", prose(m.place))
		meeting.set("from", iso(m.from))
		meeting.set("to", iso(m.to))
		g.set("meeting", meeting)
	}
	if m.item != "" {
		agenda := &group{}
		agenda.set("item", prose(m.item))
		path := &list{}
		for _, s := range m.path {
			path.add(prose(s))
		}
		agenda.set("path", path)
		g.set("agenda", agenda)
	}
	if m.by != "" {
		by := &group{}
		by.set("by", prose(m.by))
		if !m.on.IsZero() {
			by.set("on", iso(m.on))
		}
		g.set("submitted", by)
	}
	return g
}

// period writes the plan's period.
func (m *masthead) period() *group {
	g := &group{}
	g.set("from", iso(m.periodFrom))
	g.set("to", iso(m.periodTo))
	return g
}
