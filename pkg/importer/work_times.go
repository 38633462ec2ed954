package importer

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// timeReader reads when something is done, as tables say it.
type timeReader struct {
	dates *dates
	plan  *plan.Plan // which has the period
}

func (d *draft) times(dates *dates) *timeReader {
	g := &group{}
	g.set("period", d.period())
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(g.write()))) // what it lacks no time needs
	return &timeReader{dates, p}
}

var (
	timeRange = words(`^([qh][1-4]|\pL{3,9})\s*[-–—]\s*([qh][1-4]|\pL{3,9})((?:\s+\d{4})?)$`)
	timeSpell = words(`^(?:quarter ([1-4])|([1-4])(?:st|nd|rd|th) quarter|(first|second|third|fourth) quarter)((?: (?:of )?\d{4})?)$`)
	timeParts = words(`\s*(?:[,;]|\s&\s|\sand\s)\s*`)
)

// read reads a cell; it is false for one that does not say it as a plan can.
func (r *timeReader) read(cell string) (times []string, ok bool) {
	if t, ok := r.one(cell); ok {
		return []string{t}, true
	}
	for _, part := range timeParts().Split(cell, -1) {
		t, ok := r.one(part)
		if !ok {
			return nil, false
		}
		times = append(times, t)
	}
	return times, len(times) > 0
}

// one reads one time.
func (r *timeReader) one(text string) (string, bool) {
	text = strings.Join(strings.Fields(text), " ")
	if f, ok := r.dates.spanIn(text); ok && f.start == 0 && f.end == len(text) {
		return string(iso(f.from)) + " to " + string(iso(f.to)), true
	}
	if f, ok := r.dates.dayIn(text); ok && f.start == 0 && f.end == len(text) {
		return string(iso(f.from)), true
	}
	if m := timeRange().FindStringSubmatch(text); m != nil {
		text = m[1] + " to " + m[2] + m[3]
	}
	if m := timeSpell().FindStringSubmatch(text); m != nil {
		text = "Q" + m[1] + m[2] + map[string]string{"first": "1", "second": "2", "third": "3", "fourth": "4"}[strings.ToLower(m[3])] + strings.Replace(m[4], " of", "", 1)
	}
	text = capitals().ReplaceAllStringFunc(text, strings.ToUpper)
	if !writtenTime().MatchString(text) {
		return "", false
	}
	t, fault := r.plan.ReadTime(text)
	if fault != plan.TimeIsClear || !r.plan.Period.Has(t) {
		return "", false
	}
	return strings.Replace(text, " – ", " to ", 1), true
}

var (
	capitals    = words(`\b[qh][1-4]\b`)
	writtenTime = words(`^(?:[qh][1-4]|\pL{3,10}|\d{4}|\d{4}-\d\d-\d\d)(?: \d{4})?(?:(?: to | – |–)(?:[qh][1-4]|\pL{3,10}|\d{4}|\d{4}-\d\d-\d\d)(?: \d{4})?)?$`)
)

// marked makes times of the quarters or months that a row marks: those that follow each other are one.
func (r *timeReader) marked(names []string) (times []string, ok bool) {
	for from := 0; from < len(names); {
		to := from
		for to+1 < len(names) && r.follows(names[to], names[to+1]) {
			to++
		}
		text := names[from]
		if to > from {
			text += " to " + names[to]
		}
		t, ok := r.one(text)
		if !ok {
			return nil, false
		}
		times, from = append(times, t), to+1
	}
	return times, true
}

// follows reports a quarter or month right behind another.
func (r *timeReader) follows(a, b string) bool {
	x, fault := r.plan.ReadTime(a)
	y, fault2 := r.plan.ReadTime(b)
	return fault == plan.TimeIsClear && fault2 == plan.TimeIsClear && x.Unit == y.Unit && x.To.AddDate(0, 0, 1).Equal(y.From)
}

// yearOf is the year that a time of a value of an indicator is; "" for another.
func yearOf(text string) string {
	if _, err := strconv.Atoi(text); err == nil && isYear(text) {
		return text
	}
	return ""
}

// isMark reports a cell that marks a quarter or a month.
func isMark(text string) bool { return slices.Contains(marksOfTimes, strings.ToLower(text)) }

var marksOfTimes = strings.Fields("x ✓ ✔ • ● ■ █ ▪ * √")

// milestonesIn reads what has been reached by a day, one or several with their days: "Draft (3 March
// 2025); …"; rest is what has no day that a calendar has.
func (r *timeReader) milestonesIn(cell string) (list []draftMilestone, rest string) {
	text := cell
	for text != "" {
		m := milestoneForm().FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		day, ok := r.moment(text[m[4]:m[5]])
		if !ok {
			break
		}
		list = append(list, draftMilestone{strings.TrimSpace(text[m[2]:m[3]]), day})
		text = strings.TrimSpace(text[m[1]:])
	}
	if text != "" && len(list) == 0 {
		if f, ok := r.dates.dayIn(text); ok && f.start == 0 && f.end < len(text) && strings.HasPrefix(text[f.end:], ":") {
			return []draftMilestone{{strings.TrimSpace(text[f.end+1:]), iso(f.from)}}, ""
		}
		return nil, cell
	}
	return list, text
}

var milestoneForm = words(`^(.+?)\s+\(((?:by |on )?[^()]{7,25})\)(?:\s*;|\s*$)`)

// day reads a cell that is a day, and nothing else.
func (r *timeReader) day(text string) (plain, bool) {
	text = strings.TrimPrefix(strings.TrimPrefix(text, "by "), "By ")
	if f, ok := r.dates.dayIn(text); ok && f.start == 0 && f.end == len(text) {
		return iso(f.from), true
	}
	p := &plan.Plan{}
	p.Period = r.plan.Period
	if t, fault := p.ReadTime(text); fault == plan.TimeIsClear && t.Unit == plan.InDays && t.From.Equal(t.To) {
		return iso(t.From), true
	}
	return "", false
}

// moment reads a day, a month (June 2024) or a year, and nothing else, as plans have them.
func (r *timeReader) moment(text string) (plain, bool) {
	if day, ok := r.day(text); ok {
		return day, true
	}
	words := strings.Fields(text)
	switch {
	case len(words) == 1 && yearOf(words[0]) != "":
		return plain(words[0]), true
	case len(words) > 1 && yearOf(words[len(words)-1]) != "" && (len(words) == 2 || len(words) == 3 && words[1] == "de"):
		if month, ok := r.dates.date("1", words[0], words[len(words)-1]); ok {
			return plain(month.Format("2006-01")), true
		}
	}
	return "", false
}
