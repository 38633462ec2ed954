package importer

import (
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// masthead is what the head of page one says.
type masthead struct {
	convention, short    string
	unit, unitShort      string
	title, symbol, job   string
	distribution         string
	date                 time.Time
	meeting, place       string
	from, to             time.Time
	item                 string
	path                 []string
	by                   string
	on                   time.Time
	periodFrom, periodTo time.Time
	made                 []string // what was not said and had to be made
}

var (
	unitOnly       = pattern.Lazy(`(?i)^(?:the\s+)?(?:interim\s+|ozone\s+)?(?:secr[eé]tariat|bureau|(?:implementation\s+)?support\s+unit|implementation\s+support\s+unit\s+\([A-Z]+\))$`)
	unitNamed      = pattern.Lazy(`^(?:[A-Z][\pL-]*\s+){1,5}(?:Secretariat|Bureau|Support Unit(?:\s+\([A-Z]+\))?)$`)
	presentedTo    = pattern.Lazy(`(?i)^(?:presented|submitted|report)\s+to\s+(?:the\s+)?`)
	symbolAt       = pattern.Lazy(`^[A-Z][A-Z0-9]{1,11}(?:[/.-][A-Z0-9][A-Za-z0-9().-]{0,15}){1,7}$`)
	jobAt          = pattern.Lazy(`^(GE\.[0-9]{2}-[0-9]{4,6}|[VN]\.?[0-9]{2}-[0-9]{4,6})\s*(?:\([A-Z]\))?$`)
	barcodeAt      = pattern.Lazy(`^\* ?(?:[0-9A-Z] ?){6,12}\*$`)
	agendaAt       = pattern.Lazy(`(?i)^(?:agenda\s+)?item\s+([0-9]{1,3}(?:\s*\([a-z]{1,3}\)(?:\s*\([ivx]+\))?)?)(?:\s+of\s+the\s+(?:provisional\s+)?agenda)?[.:]?\s*(.*)$`)
	yearAt         = pattern.Lazy(`\b((?:19|20)[0-9]{2})(?:\s*[-–/]\s*((?:19|20)?[0-9]{2}))?\b`)
	bylineAt       = pattern.Lazy(`(?i)^(?:document\s+)?(?:submitted|prepared|presented|note)\s+by\s+(?:the\s+)?(.*?)\s*(?:\(([^()]*)\))?\s*$`)
	meetingAt      = pattern.Lazy(`(?i)\b(?:meeting|conference|session|assembly|sommet|réunion|conférence)\b`)
	languages      = setOf("english")
	originals      = pattern.Lazy(`(?i)\s*original\s*:\s*(\pL+)(?:\s+only)?\s*$`)
	recycleAt      = pattern.Lazy(`(?i)^(?:please\s+recycle\b.*|page\s+[0-9]+(?:\s+(?:of|/)\s+[0-9]+)?|[0-9]{1,3}|[-–]\s*[0-9]{1,3}\s*[-–])$`)
	distributionAt = pattern.Lazy(`(?i)^distr\.?:?\s+(\pL+)$`)
	endAt          = pattern.Lazy(`^(?:[*_=~·–—-]\s*){3,}$`) // a line drawn below a text
)

// mastheadReader reads the head of page one, passage by passage.
type mastheadReader struct {
	*masthead
	dates *dates
	last  string // what was read last: item, path
}

// read reads a passage, and reports whether it knew what it is.
func (r *mastheadReader) read(p *passage) bool {
	s := p.printedText()
	if m := originals().FindStringSubmatchIndex(s); m != nil && languages[strings.ToLower(s[m[2]:m[3]])] {
		if s = strings.TrimSpace(s[:m[0]]); s == "" {
			return true
		}
	}
	switch {
	case recycleAt().MatchString(s), barcodeAt().MatchString(s), jobAt().MatchString(s), distributionAt().MatchString(s):
		p.furniture = true
		r.signs(s)
		return true
	case r.agenda(s), r.signs(s), r.sitting(s), r.submitted(s), r.dated(s):
		return true
	case r.last == "item" || r.last == "path":
		if len(r.path) < 5 && !meetingAt().MatchString(s) || r.last == "item" {
			r.path, r.last = append(r.path, s), "path"
			return true
		}
	}
	return r.named(s)
}

// printedText is a passage with its number.
func (p *passage) printedText() string {
	if p.printed == "" {
		return p.text
	}
	return p.printed + " " + p.text
}

func (r *mastheadReader) agenda(s string) bool {
	m := agendaAt().FindStringSubmatch(s)
	if m == nil || r.item != "" {
		return false
	}
	r.item, r.last = m[1], "item"
	if m[2] != "" {
		r.path, r.last = append(r.path, m[2]), "path"
	}
	return true
}

// signs reads the symbol of the document and the job number.
func (r *mastheadReader) signs(s string) bool {
	if m := jobAt().FindStringSubmatch(s); m != nil {
		r.job = m[1]
		return true
	}
	if m := distributionAt().FindStringSubmatch(s); m != nil {
		r.distribution = m[1]
		return true
	}
	if symbolAt().MatchString(s) && strings.ContainsAny(s, "0123456789") && r.symbol == "" {
		r.symbol = s
		return true
	}
	return false
}

// sitting reads where and when the meeting is, and its name where that stands in the same
// passage.
func (r *mastheadReader) sitting(s string) bool {
	f, ok := r.dates.spanIn(s)
	if !ok {
		if !meetingAt().MatchString(s) || r.meeting == "" && !strings.Contains(s, ",") {
			return false
		}
		if f, ok = r.dates.dayIn(s); !ok {
			return false
		}
	}
	if strings.TrimSpace(strings.Trim(s[f.end:], " .)")) != "" || !r.from.IsZero() {
		return false
	}
	before := strings.TrimRight(s[:f.start], " ,(")
	r.from, r.to, r.last = f.from, f.to, ""
	if !meetingAt().MatchString(before) {
		r.place = before
		return true
	}
	at := strings.LastIndexAny(before, ",")
	if at < 0 {
		at = strings.LastIndexByte(before, ' ')
	}
	name, place := strings.TrimRight(before[:max(at, 0)], " ,"), strings.TrimSpace(before[max(at, 0):])
	r.meeting, r.place = name, strings.TrimLeft(place, ", ")
	return true
}

func (r *mastheadReader) submitted(s string) bool {
	m := bylineAt().FindStringSubmatch(s)
	if m == nil {
		return false
	}
	r.by = m[1]
	if f, ok := r.dates.dayIn(m[2]); ok {
		r.on = f.from
	}
	return true
}

func (r *mastheadReader) dated(s string) bool {
	f, ok := r.dates.dayIn(s)
	if !ok || f.start > 0 || f.end < len(s) || !r.date.IsZero() {
		return false
	}
	r.date = f.from
	return true
}

// named reads what is known by what it is called: the meeting, the unit and the treaty.
func (r *mastheadReader) named(s string) bool {
	switch {
	case r.unit == "" && (unitOnly().MatchString(s) || unitNamed().MatchString(s)):
		r.unit = s
	case r.meeting == "" && meetingAt().MatchString(s) && len(wordsOf(s)) < 40 && !strings.HasSuffix(s, "."):
		r.meeting = presentedTo().ReplaceAllString(s, "")
	case r.convention == "" && len(wordsOf(s)) < 30:
		r.convention = s
	default:
		return false
	}
	return true
}

// titled reads the title and the year that it names.
func (r *mastheadReader) titled(s string) {
	r.title = s
	if r.periodFrom.IsZero() {
		r.ofYears(s)
	}
}

// ofYears takes the years that a text names for the period.
func (m *masthead) ofYears(s string) {
	const longest = 5 // years
	y := yearAt().FindStringSubmatch(s)
	if y == nil {
		return
	}
	from, _ := strconv.Atoi(y[1])
	to := from
	if y[2] != "" {
		to, _ = strconv.Atoi(y[2])
		if to < 100 {
			to += from / 100 * 100
		}
	}
	if to < from || to > from+longest {
		to = from
	}
	for _, next := range yearAt().FindAllStringSubmatch(s, -1)[1:] { // 2000, 2001 and 2002
		if next[1] == strconv.Itoa(to+1) && next[2] == "" && to < from+longest {
			to++
		}
	}
	m.periodFrom = time.Date(from, 1, 1, 0, 0, 0, 0, time.UTC)
	m.periodTo = time.Date(to, 12, 31, 0, 0, 0, 0, time.UTC)
}

// isTitle reports whether a passage is the document's title.
func isTitle(p *passage) bool {
	if p.style == "title" {
		return true
	}
	words := strings.Join(wordsOf(p.text), " ")
	plan := strings.Contains(words, "work plan") || strings.Contains(words, "workplan") || strings.Contains(words, "programme of work") || strings.Contains(words, "budget")
	return plan && !symbolAt().MatchString(p.text) && yearAt().MatchString(p.text) && p.kind == noMark && len(wordsOf(p.text)) < 20 && !strings.HasSuffix(p.text, ".")
}
