package source

import (
	"fmt"
	"strings"
)

// fits puts a line on the level of its indentation and reports one that fits none.
func (o *outline) fits(at, end, column int, rest string) bool {
	dash := isDash(rest)
	var left []level // those that the line leaves
	for top := o.top(); top != nil && top.column > column; top = o.top() {
		left = append(left, *top)
		o.levels = o.levels[:len(o.levels)-1]
	}
	top := o.top()
	switch {
	case top == nil:
		return column == 0 && len(left) == 0 || len(left) == 0 && o.before.state == closed || o.between(at, end, column, dash, left)
	case top.column == column && top.list && !dash:
		return o.amongItems(at, end, column, rest, left)
	case top.column == column && !top.list && dash:
		return o.amongKeys(at, end, left)
	case top.column == column:
		return true
	case len(left) > 0:
		return o.between(at, end, column, dash, left)
	case o.before.state == empty && o.before.owner < column:
		return true
	}
	return o.tooDeep(at, end, column, rest, dash)
}

// amongItems judges a key that stands in the column of a list's dashes.
func (o *outline) amongItems(at, end, column int, rest string, left []level) bool {
	if n := len(o.levels); n > 1 && o.levels[n-2].column == column {
		o.levels = o.levels[:n-1] // the list was not indented
		return true
	}
	key, _, isKey := keyOf(rest)
	if mark := foreignDash(rest); mark != "" {
		return o.otherDash(at, mark)
	}
	if strings.HasPrefix(rest, "-") {
		return true // content says what is wrong with the dash
	}
	if len(left) > 0 && isKey && key != left[len(left)-1].first && !left[len(left)-1].list {
		deeper := left[len(left)-1].column
		o.fail(at, end, fmt.Sprintf("`%s` stands in the column of the list's dashes; the keys of the item above are indented by %d", key, deeper),
			fmt.Sprintf("indent it by %d; or write \"- \" before it, if a new item begins here", deeper))
		return false
	}
	if !isKey && o.before.state == running {
		o.fail(at, end, "this line belongs to nothing: the text above it is indented deeper",
			fmt.Sprintf("indent it by %d if it goes on with that text; or write \"- \" before it, if a new item begins here", column+2))
		return false
	}
	o.fail(at, end, "a new item of the list begins here, but its dash is missing",
		fmt.Sprintf("write \"- %s\"", short(rest)))
	return false
}

// amongKeys judges a dash that stands in the column of keys.
func (o *outline) amongKeys(at, end int, left []level) bool {
	top := o.top()
	if o.before.state == empty && o.before.owner == top.column && len(left) == 0 {
		o.levels = append(o.levels, level{column: top.column, list: true})
		return true
	}
	if strings.TrimSpace(o.text[at:end]) == "-" {
		o.fail(at, at+1, "a dash stands here alone, where a key belongs", "delete it, or write the item of a list behind it")
		return false
	}
	for _, l := range left {
		if l.list {
			o.itemAmongKeys(at, end, l.column)
			return false
		}
	}
	o.strayItem(at, end)
	return false
}

// itemAmongKeys reports an item, or a key behind a dash, in the column of keys below which
// a list stands.
func (o *outline) itemAmongKeys(at, end, column int) {
	hint := fmt.Sprintf("indent it, and what belongs to it, by %d", column)
	if key, _, isKey := keyOf(strings.TrimLeft(o.text[at+1:end], " ")); isKey && key != "id" {
		hint = fmt.Sprintf("take the dash away if `%s` belongs to the keys above; or indent it by %d if it begins an item", key, column)
	}
	o.fail(at, end, fmt.Sprintf("this item stands in the column of keys; the items above are indented by %d", column), hint)
}

// strayItem reports an item where no list is open.
func (o *outline) strayItem(at, end int) {
	hint := "move it to the list that it belongs to, or write the key of its list above it"
	for i := len(o.levels) - 1; i >= 0; i-- {
		if l := o.levels[i]; l.list {
			hint = fmt.Sprintf("indent it by %d, as the item above, if it is the next one there; or move it to the list that it belongs to", l.column)
			break
		}
	}
	o.fail(at, end, "this item belongs to no list: the key above it has a value already", hint)
}

// between reports a line whose indentation lies between those of the lines above.
func (o *outline) between(at, end, column int, dash bool, left []level) bool {
	around := left
	if top := o.top(); top != nil {
		around = append(around, *top)
	}
	what := "keys of one group begin"
	if dash {
		what = "items of one list begin"
	}
	o.fail(at, end, fmt.Sprintf("this line is indented by %d blanks, which fits no line above it", column),
		fmt.Sprintf("%s in one column: indent it by %d", what, nearest(column, dash, around)))
	return false
}

// nearest returns the column, of levels, that is nearest to that of a key or a dash: of
// those of its kind or, for a key among lists only, of the first.
func nearest(column int, dash bool, levels []level) int {
	best := -1
	for _, l := range levels {
		if l.list == dash && (best < 0 || distance(l.column, column) < distance(best, column)) {
			best = l.column
		}
	}
	switch {
	case best >= 0:
		return best
	case dash || len(levels) == 0:
		return 0
	}
	return levels[0].column
}

func distance(a, b int) int { return max(a-b, b-a) }

// tooDeep judges a line that stands deeper than those above, none of which is open.
func (o *outline) tooDeep(at, end, column int, rest string, dash bool) bool {
	top := o.top()
	key, _, isKey := keyOf(rest)
	if mark := foreignDash(rest); mark != "" && top.list {
		return o.otherDash(at, mark)
	}
	switch {
	case dash:
		o.strayItem(at, end)
	case (isKey || rest[0] == '{') && top.list:
		o.fail(at, end, "a new item of the list begins here, but its dash is missing",
			fmt.Sprintf("write \"%s- %s\"", strings.Repeat(" ", top.column), short(rest)))
	case isKey:
		o.fail(at, end, fmt.Sprintf("`%s` is indented by %d blanks, the keys beside it by %d", key, column, top.column),
			fmt.Sprintf("indent it by %d", top.column))
	default:
		o.fail(at, end, "this line belongs to nothing: the value above it has ended",
			"put the whole text in quotes, or write it on the next lines after \"key: >-\"")
	}
	return false
}

// short cuts a line for a hint.
func short(line string) string {
	const most = 40
	line = strings.TrimSpace(line)
	if r := []rune(line); len(r) > most {
		return string(r[:most]) + "…"
	}
	return line
}
