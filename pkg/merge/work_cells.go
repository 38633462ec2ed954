package merge

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// work reports a cell of the tables of work, indicators and risks that differs; it is false for other
// cells, and for texts, which come home as texts do everywhere.
func (c *comparer) work(p *pair, cell cellPair) bool {
	column := cell.found.column
	if cell.built.passage != nil {
		column = cell.built.passage.TableColumn()
	}
	w, ok := c.workAt(p.built, column)
	if !ok {
		return false
	}
	now := cell.found.text
	if strings.EqualFold(now, cell.built.text) && (w.show == "likelihood" || w.show == "impact" || w.show == "when") {
		return true // a level or a quarter is the same in small letters
	}
	if w.show == "when" && now != "" && c.sameTimes(now, w.activity) {
		return true
	}
	change := Change{Kind: kindOf(cell.built.text, now), Old: cell.built.text, New: now, By: hands(cell.found.form, cell.built.text, now), At: w.node().Span()}
	if change.Place = p.built.first().passage.Place; cell.built.passage != nil {
		change.Place = cell.built.passage.Place
	} else {
		change.Place = beforeColumn(change.Place) + ", column " + squeeze(w.table.Columns[column-1].Head.String())
	}
	if now == "" && c.emptied(&change, &w) {
		c.add(change)
		return true
	}
	switch w.show {
	case "activity":
		return c.activityText(&change, &w)
	case "milestones":
		c.milestones(&change, &w)
		return true
	case "when":
		c.when(&change, &w)
	case "responsible":
		c.actors(&change, w.node(), w.show, w.activity.Responsible)
	case "partners":
		c.actors(&change, w.node(), w.show, w.activity.Partners)
	case "owner":
		c.actors(&change, w.node(), w.show, w.risk.Owner)
	case "likelihood":
		c.levelOf(&change, w.node(), w.show)
	case "impact":
		c.levelOf(&change, w.node(), w.show)
	case "baseline":
		c.baseline(&change, w.indicator)
	case "target":
		c.measuredIn(&change, w.indicator.Node, "targets", w.time)
	case "actual":
		c.measuredIn(&change, w.indicator.Node, "actual", w.time)
	case "unit", "verification", "response":
		if cell.built.passage != nil {
			return false
		}
		c.offerKey(&change, w.node(), w.show, c.scalarOf(c.typed(now)))
	default:
		return false
	}
	c.add(change)
	return true
}

// activityText reports other words of an activity behind its number; it is false where the number is
// another too, or the plan's words are not all that stands there.
func (c *comparer) activityText(change *Change, w *workCell) bool {
	words := squeeze(c.words.Text(w.activity.Text))
	number, is := strings.CutSuffix(change.Old, words)
	now, same := strings.CutPrefix(change.New, number)
	if !is || !same || words == "" || now == "" {
		return false
	}
	change.Kind, change.Old, change.New = kindOf(words, now), words, now
	if change.At, change.Offers = c.prose(w.activity.Text, words, now); len(change.Offers) == 0 {
		change.At, change.Left = w.activity.Text.Span(), fmt.Sprintf("write it in the `text` of the activity by hand (line %d)", w.activity.Text.Node.Start().Line)
	}
	c.add(*change)
	return true
}

// beforeColumn is a place without its column.
func beforeColumn(place string) string {
	if at := strings.LastIndex(place, ", column "); at >= 0 {
		return place[:at]
	}
	return place
}

// scalarOf writes a text as a value that can stand anywhere.
func (c *comparer) scalarOf(text string) string {
	if plainSafe(text, true) {
		return text
	}
	return format.Quote(text)
}

// offerKey offers to give a group a key, or its key another value.
func (c *comparer) offerKey(change *Change, group source.Node, key, raw string) {
	var do step = set{group: group, key: key, raw: raw}
	if have := group.Get(key); !have.IsZero() {
		change.At = have.Span()
		if have.Kind() == source.Scalar {
			do = revalue{have, raw}
		} else if !have.IsFlow() {
			change.Left = fmt.Sprintf("write `%s: %s` there by hand (line %d)", key, raw, have.Start().Line)
			return
		}
	}
	change.Offers = []Offer{{Says: fmt.Sprintf("write `%s: %s` (line %d)", key, raw, change.At.Start.Line), steps: []step{do}, at: change.At}}
}

// levelOf offers another level of a risk: a word, or a number where the register has numbers.
func (c *comparer) levelOf(change *Change, risk source.Node, key string) {
	if _, isNumber := plan.LevelNumber(change.New); isNumber {
		c.offerKey(change, risk, key, change.New)
		return
	}
	var words []string
	for _, level := range plan.Levels() {
		word := squeeze(c.printedBy("words.level_" + strings.ReplaceAll(level, " ", "_")))
		if strings.EqualFold(change.New, word) {
			c.offerKey(change, risk, key, level)
			return
		}
		words = append(words, word)
	}
	change.Left = fmt.Sprintf("it is none of the levels that a risk may have: %s, or a number from 1 to %d", strings.Join(words, ", "), plan.MostLevel)
}

// actors offers other actors; those that the plan does not have are said.
func (c *comparer) actors(change *Change, group source.Node, key string, were []plan.ID) {
	ids, unknown := c.actorsIn(change.New)
	switch {
	case unknown != "":
		change.Left = fmt.Sprintf("“%s” is none of the `actors` of the plan; write it there, and its id in `%s` (line %d)", unknown, key, change.At.Start.Line)
	case len(ids) == 1 && len(were) < 2 && group.Get(key).Kind() != source.Sequence:
		c.offerKey(change, group, key, ids[0])
	default:
		c.offerKey(change, group, key, "["+strings.Join(ids, ", ")+"]")
	}
}

// listed writes one id, or several as a list.
func listed(ids []string) string {
	if len(ids) == 1 {
		return ids[0]
	}
	return "[" + strings.Join(ids, ", ") + "]"
}

// actorsIn reads names of actors as the tables print them; unknown is what is none from there on.
func (c *comparer) actorsIn(text string) (ids []string, unknown string) {
	for text != "" {
		best, id, twice := "", "", false
		for i := range c.unit.Plan.Actors {
			a := &c.unit.Plan.Actors[i]
			name := a.Label
			if a.Short.IsSet() {
				name = a.Short
			}
			printed := squeeze(c.words.Text(name))
			if rest, is := strings.CutPrefix(text, printed); is && (rest == "" || strings.HasPrefix(rest, ", ")) && printed != "" {
				twice = len(printed) == len(best)
				if len(printed) >= len(best) {
					best, id = printed, a.ID.Value
				}
			}
		}
		if best == "" || twice {
			return nil, text
		}
		ids = append(ids, id)
		text = strings.TrimPrefix(text[len(best):], ", ")
	}
	return ids, ""
}
