package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Forms that people try first, and what to write in their place.

// TimeHint says how times are written that were meant; "" for none.
func TimeHint(meant []string) string {
	switch len(meant) {
	case 0:
		return ""
	case 1:
		return "write " + meant[0]
	}
	return "write them in a list: [" + strings.Join(meant, ", ") + "]"
}

// notAnActor answers who names an actor otherwise than by its id.
func notAnActor(n source.Node) schema.Wrong {
	if n.Kind() == source.Mapping {
		hint := "write the id of an actor, or several in brackets, such as [unit, centre]"
		if id := n.Get("id"); id.Kind() == source.Scalar && schema.IsID(id.Text()) {
			hint = "write its id alone: " + id.Text()
		}
		return schema.Wrong{Message: "an actor is described once, in `actors`; here stands its id", Hint: hint}
	}
	if n.Kind() != source.Scalar || n.IsNull() || schema.IsID(n.Text()) {
		return schema.Wrong{}
	}
	said := fmt.Sprintf("%q is not the id of an actor", schema.Clip(n.Text()))
	ids := strings.FieldsFunc(strings.ReplaceAll(n.Text(), " and ", ","), func(r rune) bool { return strings.ContainsRune(",;/& ", r) })
	if len(ids) > 1 && !slices.ContainsFunc(ids, func(id string) bool { return !schema.IsID(id) }) {
		hint := "write several in brackets: [" + strings.Join(ids, ", ") + "]"
		if !strings.ContainsAny(n.Text(), ",;/&") && !strings.Contains(n.Text(), " and ") {
			hint += "; if it is one, write its id, such as " + schema.Slug(n.Text())
		}
		return schema.Wrong{Rule: schema.BadID, Message: said, Hint: hint}
	}
	return schema.Wrong{Rule: schema.BadID, Message: said, Hint: "write the `id` that it has in `actors`, such as " + schema.Slug(n.Text()) + "; what it is called in print stands there, as `label` or `short`"}
}

// yearsOfBaseline answers who writes the year of a baseline as its key.
func yearsOfBaseline(n source.Node) schema.Wrong {
	if n.Kind() != source.Mapping || n.Len() != 1 {
		return schema.Wrong{}
	}
	for k, v := range n.Pairs() {
		if isYear().MatchString(k.Text()) && v.Kind() == source.Scalar {
			return schema.Wrong{Message: "a baseline has one value, and the day that it is of", Hint: fmt.Sprintf("write {value: %s, as_at: %s-12-31}, with its day", schema.Clip(v.Text()), k.Text())}
		}
	}
	return schema.Wrong{}
}

// noYear answers who writes a value of an indicator under a quarter or another name.
func noYear(n source.Node) schema.Wrong {
	if n.Kind() != source.Scalar || schema.IsColumn(n.Text()) {
		return schema.Wrong{}
	}
	return schema.Wrong{Rule: schema.BadID, Message: fmt.Sprintf("%q is no year, and no column of the budget", schema.Clip(n.Text())),
		Hint: "write each value behind its year, such as {2026: 50}; what has two values in a year may be two indicators"}
}

// listOfValues answers who writes the values of years without the years.
func listOfValues(n source.Node) schema.Wrong {
	if n.Kind() != source.Sequence {
		return schema.Wrong{}
	}
	return schema.Wrong{Message: "a list does not say which value is of which year", Hint: "write one value, or each behind its year, such as {2025: …, 2026: …}"}
}

// noFigure answers who writes words or a dash for a figure of a table in the text.
func noFigure(n source.Node) schema.Wrong {
	text := n.Text()
	if n.Kind() != source.Scalar || n.IsNull() || text == "nil" || text == "blank" || strings.ContainsAny(text, ",'") {
		return schema.Wrong{}
	}
	if _, bad := money.Parse(text); bad == nil {
		return schema.Wrong{}
	}
	hint := "write digits, such as 1234.50; what is no plain number belongs under `texts`"
	if slices.Contains([]string{"-", "–", "—", "n/a", "none", "no"}, strings.ToLower(text)) {
		hint = "write nil, which prints a dash, or blank, which prints nothing"
	}
	return schema.Wrong{Rule: schema.BadNumber, Message: fmt.Sprintf("%q is not a number", schema.Clip(text)), Hint: hint}
}
