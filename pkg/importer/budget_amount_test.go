package importer

import (
	"strings"
	"testing"
)

// TestAmounts holds how amounts are read as people write them.
func TestAmounts(t *testing.T) {
	kinds := map[amountKind]string{noAmount: "no amount", isBlank: "blank", isNil: "nil", isNumber: "number", isPercent: "per cent", isTwofold: "twofold"}
	for text, want := range map[string]string{
		"345,054": "number 345054", "345'054": "number 345054", "345’054.–": "number 345054", "CHF 345'054.-": "number 345054 CHF", "345 054": "number 345054",
		"345\u00a0054,00": "number 345054", "345.054,00": "number 345054", "1,234.5": "number 1234.5", "1234": "number 1234", "0": "number 0", "007": "number 7",
		"(33,661)": "number -33661", "( 5 )": "number -5", "-5": "number -5", "−5": "number -5", "–5": "number -5", "5-": "number -5", "+7,054": "number 7054",
		"-CHF 5": "number -5 CHF", "CHF -5": "number -5 CHF", "€ 12.500,–": "twofold 12500 12.5", "$1,000": "number 1000 USD", "US$ 1,000": "number 1000 USD",
		"1,000 USD": "number 1000 USD", "SFr. 5.-": "number 5 CHF", "100 EUR*": "number 100 EUR", "5,000 a/": "number 5000",
		"180.000": "twofold 180000 180", "(180.000)": "twofold -180000 -180", "1.234.567": "number 1234567",
		"–": "nil", "-": "nil", "nil": "nil", "Nil": "nil", "CHF –": "nil", "": "blank", " ": "blank", "n/a": "blank", "...": "blank",
		"10%": "per cent 10", "-3.5 %": "per cent -3.5", "in kind": "no amount", "tbd": "no amount", "5 trips": "no amount", "1-2": "no amount", "P-5": "no amount",
		"1e5": "no amount", "CHF": "nil", "()": "no amount", "%": "no amount", "1,2,3": "number 123",
	} {
		a := spellings{}.readAmount(text)
		got := []string{kinds[a.kind]}
		switch a.kind {
		case isNumber, isPercent:
			got = append(got, a.value.String())
		case isTwofold:
			got = append(got, a.readings...)
		}
		if a.currency != "" && a.kind == isNumber {
			got = append(got, a.currency)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %s, want %s", text, strings.Join(got, " "), want)
		}
	}
}

// TestSpellings holds what the other amounts of a table say of one that reads in two ways.
func TestSpellings(t *testing.T) {
	for _, c := range []struct{ table, amount, want string }{
		{"1.234.567", "180.000", "180000"}, {"1.234,50", "180.000", "180000"}, {"12,50", "345,054", ""}, {"5", "345,054", "345054"}, {"1,234.50", "345,054", "345054"},
		{"CHF 9'500.-", "180.000", ""},
	} {
		a := spellingsOf([]string{c.table, "words"}).readAmount(c.amount)
		got := ""
		if a.kind == isNumber {
			got = a.value.String()
		}
		if got != c.want {
			t.Errorf("%s beside %s is %q, want %q", c.amount, c.table, got, c.want)
		}
	}
}

// TestCurrencies holds which words name a currency.
func TestCurrencies(t *testing.T) {
	for text, want := range map[string]string{"ISU budget 2018 (CHF)": "CHF", "in EUR": "EUR", "Amount (€)": "EUR", "Costs in Swiss francs": "CHF", "TOTAL": "", "ALL COSTS": "",
		"in SEK thousands": "SEK", "(ALL)": "ALL", "Amount (US$)": "USD", "PLN": "PLN", "Top": "", "": ""} {
		if got := currencyIn(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestHeads holds what the heads of columns say.
func TestHeads(t *testing.T) {
	for head, want := range map[string]role{
		"Cost": labelRole, "Budget line": labelRole, "Object of expenditure": labelRole, "Item": labelRole, "Description": labelRole, "Account code": codeRole, "No.": codeRole, "A/C": codeRole,
		"2018": amountRole, "Approved 2024": amountRole, "Amount (USD)": amountRole, "Total": amountRole, "2017 actuals": amountRole, "Remarks": noteRole, "Justification": noteRole,
		"Change": changeRole, "Variance": changeRole, "+/-": changeRole, "%": percentRole, "Change in %": percentRole, "% change": percentRole, "Increase (per cent)": percentRole,
		"Unit cost": costRole, "Cost of a unit": costRole, "Value per unit": costRole, "Cost per trip": costRole, "Daily rate": costRole, "Quantity": quantityRole, "Number of trips": quantityRole, "Days": timesRole, "Unit": unitRole, "Elephants": otherRole, "": otherRole,
	} {
		if got := headRole(head); got != want {
			t.Errorf("%q: %d, want %d", head, got, want)
		}
	}
}

// TestFootnotes: texts below the table that begin with marks are the footnotes of the labels and
// figures that have these, one or several.
func TestFootnotes(t *testing.T) {
	g := gridOf("the table", "Cost | 2018 | 2019\nStaff a/ c/ | 10 | 20\nCo-financing a/ | 30 | 40\nTravel | a/ 5 | b/ 6\nOffice* | 1 | 2\nOther c/ d/ | 1 | 2\nTotal a/ | 47 | 70\n", false)
	var below []*passage
	for _, text := range []string{"a/ Subject to confirmation.", "A note.", "b/ Less by one trip.", "* Rented.", "c/ In part."} {
		below = append(below, &passage{text: text})
	}
	g.lift(footnotesOf(below))
	d, _ := readBudget([]grid{g}, nil, budgetOptions{currency: "CHF"})
	_, plan, _ := strings.Cut(planOf(t, d), "lines:")
	plan = strings.Join(strings.Fields(plan), " ")
	for _, want := range []string{
		"label: Staff fixed: 2018: 10 2019: 20 footnote: - Subject to confirmation. - In part.",
		"label: Co-financing fixed: 2018: 30 2019: 40 footnote: Subject to confirmation.",
		"label: Travel fixed: 2018: 5 2019: 6 footnote: 2018: Subject to confirmation. 2019: Less by one trip.",
		"label: Office fixed: 2018: 1 2019: 2 footnote: Rented.",
		"label: Other c/ d/ fixed:",
		"total: Total a/",
	} {
		if !strings.Contains(plan, want) {
			t.Errorf("no %q in %s", want, plan)
		}
	}
}

// TestRoundedSums: where the file says that sums may differ owing to rounding, they may.
func TestRoundedSums(t *testing.T) {
	table := gridOf("the table", "Cost | USD\nStaff | 10\nTravel | 20\nOffice | 30\nTotal | 61\n", false)
	for rounded, want := range map[bool]int64{true: 1, false: 0} {
		d, _ := readBudget([]grid{table}, nil, budgetOptions{rounded: rounded})
		_, faults := compiled(t, planOf(t, d))
		if d.tolerance != want || (len(faults) == 0) != rounded {
			t.Errorf("%v: %d %v", rounded, d.tolerance, faults)
		}
	}
}
