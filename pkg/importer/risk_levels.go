package importer

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

// levels are the words for how likely a risk is and how much it would harm, in lower case: what a
// plan has for them.
type levels map[string]string

// levelsOf are those of a language, and the short forms that registers have.
func levelsOf(l *language.Language) levels {
	out := levels{"vl": "very low", "l": "low", "m": "medium", "med": "medium", "med.": "medium", "h": "high", "vh": "very high"}
	for _, level := range plan.Levels() {
		out[level] = level
		if word := language.Entry(l.Words, "level_"+strings.ReplaceAll(level, " ", "_")); word != "" {
			out[strings.ToLower(word)] = level
		}
	}
	return out
}

// withNumbers knows the numbers of the plan's scale too.
func (l levels) withNumbers() levels {
	for n := 1; n <= plan.MostLevel; n++ {
		l[strconv.Itoa(n)] = strconv.Itoa(n)
	}
	return l
}

// A level that is said twice: 4 (high), 4 - High, High (4).
var twiceSaid = pattern.Lazy(`^(?:[0-9] ?[-–:/(]|([^0-9()]+)[-–:/(]) ?(?:([^0-9()]+)|[0-9])\)?$`)

// of is what a plan has for a level; "" for none.
func (l levels) of(text string) string {
	text = strings.ToLower(text)
	if level := l[text]; level != "" {
		return level
	}
	if m := twiceSaid().FindStringSubmatch(text); m != nil {
		return l[strings.TrimSpace(m[1]+m[2])]
	}
	return ""
}

var scaleAt = pattern.Lazy(`(?i)\b1 ?(?:-|–|to) ?([0-9]{1,3})\b`)

// scale is how high the numbers of a register of risks go, as the heads of its columns or a note below it
// say, and how high its highest is; 0 where nothing says so.
func (t *workTable) scale() (said, highest int) {
	said = t.scaleBelow
	for i, c := range t.columns {
		if c.role != likelihoodWork && c.role != impactWork {
			continue
		}
		if m := scaleAt().FindStringSubmatch(c.head); m != nil && said == 0 {
			said, _ = strconv.Atoi(m[1])
		}
		for _, r := range t.rows {
			if n, err := strconv.Atoi(strings.TrimSpace(textAt(r, i))); err == nil {
				highest = max(highest, n)
			}
		}
	}
	return said, highest
}

// risks knows what the levels of a register are. Numbers are the plan's where they may be of five.
func (w *workReader) risks() {
	said, highest := w.table.scale()
	if said != 0 && said != plan.MostLevel || highest > plan.MostLevel || highest == 0 {
		return
	}
	w.language = w.language.withNumbers()
	if said == 0 && highest < plan.MostLevel-1 {
		w.draft.riskMarks = append(w.draft.riskMarks, "the levels of the risks ("+w.table.name+") are numbers no higher than "+strconv.Itoa(highest)+
			"; those of a plan are from 1 (very low) to 5 (very high): look whether they mean that")
	}
}

// score reports what follows from the two levels of a risk.
func (r *draftRisk) score(text string) bool {
	likelihood, isLevel := plan.LevelNumber(r.likelihood)
	impact, are := plan.LevelNumber(r.impact)
	return isLevel && are && text == strconv.Itoa(likelihood*impact)
}
