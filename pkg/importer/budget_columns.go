package importer

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback/xlsx"
	"github.com/isuplan/isuplan/pkg/schema"
)

// mostFigures is how many columns of figures a plan may have.
const mostFigures = 60

// columns are the columns of figures of a table, in order.
func (t *budgetTable) columns() (columns []*draftColumn) {
	taken := map[string]bool{}
	for c, r := range t.roles {
		kind, ok := map[role]columnKind{amountRole: ofAmounts, changeRole: ofChange, percentRole: ofPercent, ratioRole: ofRatio, differenceRole: ofDifference}[r]
		if !ok || len(columns) == mostFigures {
			continue
		}
		column := &draftColumn{kind: kind, at: c, label: strings.Join(strings.Fields(t.heads[c]), " ")}
		if years := yearWords().FindAllString(column.label, -1); len(years) > 0 {
			column.year = years[len(years)-1]
		}
		if column.label == "" {
			column.label = "Column " + xlsx.ColumnName(c+1)
		}
		if column.id = columnID(column.label, taken); (r == percentRole || r == ratioRole) && column.id == "column" {
			column.id = unique("percent", taken)
		}
		columns = append(columns, column)
	}
	return columns
}

// columnID makes the id of a column of the words of its head.
func columnID(label string, taken map[string]bool) string {
	id := label
	if year := yearWords().FindString(label); year != "" && onlyCurrency(strings.Replace(label, year, "", 1)) {
		id, label = year, year
	}
	if !isYear(label) || strings.ContainsAny(id, "/– ") {
		id = schema.Slug("x " + strings.Join(slices.DeleteFunc(strings.Fields(label), func(w string) bool { return usual[w] }), " "))
		id = strings.Trim(strings.TrimPrefix(id, "x"), "-")
	}
	if id == "" {
		id = schema.Slug(label) // a currency alone
	}
	if id == "" {
		id = "column"
	}
	return unique(id, taken)
}

// onlyCurrency reports a text that names a currency, or nothing.
func onlyCurrency(text string) bool {
	rest, _ := withoutCurrency(strings.Trim(text, " ()[],:–-"))
	return strings.Trim(rest, " ()[],:–-") == ""
}

// unique makes an id that nothing else has.
func unique(id string, taken map[string]bool) string {
	free := id
	for n := 2; taken[free]; n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	taken[free] = true
	return free
}
