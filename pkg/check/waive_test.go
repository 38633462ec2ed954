package check_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

const because = "reason: It was issued like this., approved: The President"

// unwaived returns what is left of the findings of a plan, and what its waivers have of
// their own, each as its rule and what it points at.
func unwaived(t *testing.T, text string) (left []string, findings []diag.Finding, file *source.File) {
	t.Helper()
	file = source.NewFile("plan.yaml", []byte(complete(text)))
	p, form, ok := plan.Load(file)
	if !ok || len(form) > 0 {
		t.Fatalf("the plan cannot be read: %v\n%s", form, file.Bytes)
	}
	b, _ := budget.Compute(p, budget.Options{})
	found, err := check.Run(context.Background(), check.Input{Plan: p, Budget: b, Headings: headings})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range check.Waive(p, found, true) {
		if f.WaivedBy == "" {
			findings = append(findings, f)
			left = append(left, f.Rule.Name+" "+f.Span.Text())
		}
	}
	return left, findings, file
}

// TestAWaiverCoversWhatItQuotes holds for texts at numbered places and at ids: who mends or
// changes what was accepted hears of the rest again.
//
//nolint:misspell // the slips are what is waived
func TestAWaiverCoversWhatItQuotes(t *testing.T) {
	const rooms, late = "That the host State provides the rooms.", "That funding is recieved in time."
	waiver := func(keys string) string { return "waivers:\n  - {" + keys + ", " + because + "}\n" }
	assume := func(items ...string) string { return "assumptions:\n  - " + strings.Join(items, "\n  - ") + "\n" }
	second := waiver("rule: spelling, at: assumptions/2, says: recieved")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"as it was looked at":              {assume(rooms, late) + second, nil},
		"an item in front":                 {assume("That the weather is good.", rooms, late) + second, nil},
		"two items in front":               {assume("That it rains.", "That the weather is good.", rooms, late) + second, nil},
		"its item is the first now":        {assume(late, rooms) + second, nil},
		"more of the sentence is quoted":   {assume(rooms, late) + waiver(`rule: spelling, at: assumptions/2, says: That funding is recieved in time.`), nil},
		"the sentence quoted has changed":  {assume(rooms, "That money is recieved in time.") + waiver(`rule: spelling, at: assumptions/2, says: That funding is recieved in time.`), []string{"spelling recieved"}},
		"another word at its place":        {assume(rooms, "That staff is availible.") + second, []string{"spelling availible"}},
		"another word beside it":           {assume(rooms, "That staff is availible and funding recieved.") + second, []string{"spelling availible"}},
		"the same word in a second item":   {assume(late, "That help is recieved.") + second, []string{"spelling recieved"}},
		"it was mended":                    {assume(rooms, "That funding is received.") + second, []string{"unused-waiver {rule: spelling, at: assumptions/2, says: recieved, " + because + "}"}},
		"no quotation":                     {assume(rooms, late) + waiver("rule: spelling, at: assumptions/2"), []string{"unquoted-waiver assumptions/2"}},
		"no quotation, the list":           {assume(rooms, late) + waiver("rule: spelling, at: assumptions"), []string{"unquoted-waiver assumptions"}},
		"no quotation, and an id":          {assume("{id: funds, text: That funding is recieved.}") + waiver("rule: spelling, at: assumptions/funds"), []string{"unquoted-waiver assumptions/funds"}},
		"a quotation of an id's text":      {assume("{id: funds, text: That funding is recieved.}") + waiver("rule: spelling, at: assumptions/funds, says: recieved"), nil},
		"the text of the id has changed":   {assume("{id: funds, text: That funding is availible.}") + waiver("rule: spelling, at: assumptions/funds, says: recieved"), []string{"spelling availible"}},
		"several words":                    {assume("That staff is availible and funding recieved.") + waiver("rule: spelling, at: assumptions/1, says: [availible, recieved]"), nil},
		"one of several was mended":        {assume("That staff is available and funding recieved.") + waiver("rule: spelling, at: assumptions/1, says: [availible, recieved]"), []string{"unused-waiver availible"}},
		"one of several is another":        {assume("That staff is adequat and funding recieved.") + waiver("rule: spelling, at: assumptions/1, says: [availible, recieved]"), []string{"spelling adequat"}},
		"a paragraph by its position":      {"sections: [{id: basis, paragraphs: [All is well., Help is recieved.]}]\n" + waiver("rule: spelling, at: sections/basis"), []string{"unquoted-waiver sections/basis"}},
		"folded over lines":                {"assumptions:\n  - >-\n    That help is\n    recieved.\n" + waiver("rule: spelling, at: assumptions/1, says: is recieved"), nil},
		"in quotes, with an escape":        {`assumptions: ["That \"funding\" is recieved."]` + "\n" + waiver(`rule: spelling, at: assumptions/1, says: '"funding" is recieved'`), nil},
		"about a thing, whatever it says":  {"priorities: [{id: help, heading: Help, text: Give help.}, {id: aid, heading: Aid, text: Give aid.}]\nmandate: [{id: advice, text: Offer advice.}]\noutcomes: [{id: universal, text: All join., outputs: [{id: support, text: All are supported., activities: [{id: advise, text: Advise States., serves: [mandate/advice, priorities/aid]}]}]}]\n" + waiver("rule: unserved, at: priorities/help"), nil},
		"a date needs no quotation":        {"document: {convention: Convention on Cluster Munitions, short: CCM, unit: Implementation Support Unit, unit_short: ISU, date: 2017-06-06, meeting: {name: Seventh Meeting of the States Parties, place: Geneva, from: 2016-09-05, to: 2016-09-07}}\n" + waiver("rule: meeting-date, at: document/meeting"), nil},
		"a limit":                          {"budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 1000, stated: 1200}]}\n" + waiver("rule: stated-differs, at: budget/rent, up_to: 200"), nil},
		"a larger difference":              {"budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 1000, stated: 12000}]}\n" + waiver("rule: stated-differs, at: budget/rent, up_to: 200"), []string{"stated-differs 12000"}},
		"no limit":                         {"budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 1000, stated: 1200}]}\n" + waiver("rule: stated-differs, at: budget/rent"), []string{"unlimited-waiver budget/rent"}},
		"a quotation is no limit":          {"budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 1000, stated: 1200}]}\n" + waiver("rule: stated-differs, at: budget/rent, says: 1200"), []string{"unlimited-waiver budget/rent"}},
		"the stated amount is another now": {"budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 1000, stated: 1199}]}\n" + waiver("rule: stated-differs, at: budget/rent, says: 1200, up_to: 200"), []string{"stated-differs 1199"}},
	} {
		if got, findings, _ := unwaived(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q\nwant %q\n%v", name, got, c.want, findings)
		}
	}
}

// TestWhatAWaiverLacksIsAdded holds that the fix gives a plan in which the waiver covers
// what it covered before, in each way of writing it.
//
//nolint:misspell // the slips are what is waived
func TestWhatAWaiverLacksIsAdded(t *testing.T) {
	const block = "waivers:\n  - rule: RULE\n    at: AT # as issued\n    # why\n    reason: >-\n      It was\n      issued so.\n    approved: The President\n"
	const flow = "waivers: [{rule: RULE, at: AT, reason: It was issued so., approved: The President}]\n"
	rent := "budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 1000, stated: 1200.50}]}\n"
	for _, form := range []string{block, flow, strings.ReplaceAll(block, "\n", "\r\n"), strings.TrimSpace(block)} {
		for name, c := range map[string]struct{ text, rule, at string }{
			"a word":        {"assumptions: [That funding is recieved.]\n", "spelling", "assumptions/1"},
			"marks":         {"assumptions: ['That it''s so , here.']\n", "punctuation", "assumptions/1"},
			"two words":     {"assumptions: [That funding is recieved and availible.]\n", "spelling", "assumptions/1"},
			"figures":       {"assumptions: [That work goes on from 4-6 May 2018.]\n", "range-dash", "assumptions/1"},
			"an amount":     {rent, "stated-differs", "budget/rent"},
			"a whole list":  {"assumptions: [That funding is recieved., 'That staff is availible.']\n", "spelling", "assumptions"},
			"what has none": {"assumptions: [That funding is recieved., 'That staff is availible.']\n", "spelling", "assumptions/2"},
		} {
			text := c.text + strings.NewReplacer("RULE", c.rule, "AT", c.at).Replace(form)
			before, findings, file := unwaived(t, text)
			var sets [][]diag.Edit
			for _, f := range findings {
				if f.Rule.Code == "W105" || f.Rule.Code == "W106" {
					sets = append(sets, f.Fix)
				}
			}
			edits, count := edit.Compatible(file, sets)
			if count != 1 {
				t.Errorf("%s: %d fixes: %q", name, count, before)
				continue
			}
			mended, err := edit.Apply(file, edits)
			if err != nil {
				t.Fatal(err)
			}
			p, form, ok := plan.Load(source.NewFile("plan.yaml", mended))
			if !ok || len(form) > 0 {
				t.Errorf("%s: cannot be read when mended: %v\n%s", name, form, mended)
				continue
			}
			b, _ := budget.Compute(p, budget.Options{})
			for _, f := range check.Waive(p, judge(check.Input{Plan: p, Budget: b, Headings: headings}), true) {
				if f.WaivedBy == "" && (strings.HasPrefix(f.Rule.Code, "W") || f.Rule.Name == c.rule && strings.HasPrefix(f.Subject, c.at)) {
					t.Errorf("%s: mended, it has %s: %s\n%s", name, f.Rule.Name, f.Message, mended)
				}
			}
		}
	}
}
