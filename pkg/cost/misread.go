package cost

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// misread finds the forms in which people write several values of an axis before they know of
// shares: a list, and shares by column.
func (a Axis) misread(n source.Node) schema.Wrong {
	key := a.Key()
	switch {
	case n.Kind() == source.Sequence:
		return schema.Wrong{Message: fmt.Sprintf("a list does not say how much of the line belongs to which: `%s` is one of them, or several with their shares", key),
			Hint: "write the shares, such as " + asShares(n)}
	case n.Kind() != source.Mapping:
		return schema.Wrong{}
	}
	for _, value := range n.Pairs() {
		if value.Kind() == source.Mapping {
			return schema.Wrong{Message: fmt.Sprintf("the shares of `%s` are the same in all columns", key),
				Hint: fmt.Sprintf("where they differ, write the line as `parts`, each with its `%s` and its `fixed` by column", key)}
		}
	}
	return schema.Wrong{}
}

// asShares writes a list as shares: halves of two.
func asShares(list source.Node) string {
	const most = 4
	var shares []string
	for i, item := range list.Items() {
		share := "…%"
		if list.Len() == 1 {
			share = "100%"
		} else if list.Len() == 2 {
			share = "50%"
		}
		if item.Kind() != source.Scalar || i == most {
			shares = append(shares, "…")
			break
		}
		shares = append(shares, schema.Clip(item.Text())+": "+share)
	}
	if len(shares) == 0 {
		return "{a: 50%, b: 50%}"
	}
	return "{" + strings.Join(shares, ", ") + "}"
}

// misreadBound finds a percentage that does not say of what, and amounts by column that do not
// stand under their key.
func misreadBound(n source.Node) schema.Wrong {
	if n.Kind() == source.Scalar && strings.HasSuffix(strings.TrimSpace(n.Text()), "%") {
		rate := schema.Clip(strings.TrimSpace(n.Text()))
		return schema.Wrong{Message: fmt.Sprintf("“%s” does not say of what it is a percentage", rate), Hint: "write {percent: " + rate + ", of: [direct]}, with the ids of the lines"}
	}
	if n.Kind() != source.Mapping || n.Len() == 0 {
		return schema.Wrong{}
	}
	own := []string{"amount", "percent", "of"}
	for key := range n.Pairs() {
		if slices.Contains(own, key.Text()) || diag.Suggest(key.Text(), own) != "" {
			return schema.Wrong{}
		}
	}
	key, value := n.Pair(0)
	what := "amount"
	if strings.HasSuffix(value.Text(), "%") {
		what = "percent"
	}
	return schema.Wrong{Message: fmt.Sprintf("`%s` is no key of a bound: values by column stand below `amount` or `percent`", schema.Clip(key.Text())),
		Hint: fmt.Sprintf("write {%s: {%s: %s}}", what, schema.Clip(key.Text()), schema.Clip(value.Text()))}
}
