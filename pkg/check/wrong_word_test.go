package check_test

import (
	"strings"
	"testing"
)

// TestRealWordSlips: slips that are words themselves are found where what stands beside
// them is certain, and right words stay.
//
//nolint:misspell // the slips are what is tested
func TestRealWordSlips(t *testing.T) {
	for text, want := range map[string]string{
		"That contributions form all States arrive.":                                                       "form=from",
		"That the report takes the from of a table.":                                                       "from=form",
		"That pubic awareness is raised.":                                                                  "pubic=public",
		"That the Unit reports on it's activities.":                                                        "it's=its",
		"That an clinical trail is made.":                                                                  "an=a trail=trial",
		"That the Rome Statue is read.":                                                                    "Statue=Statute",
		"That the rules take affect.":                                                                      "affect=effect",
		"That this will not effect the budget.":                                                            "effect=affect",
		"That it is agreed in principal that help is given.":                                               "principal=principle",
		"That the principle organs meet.":                                                                  "principle=principal",
		"That more then half of them pay.":                                                                 "then=than",
		"That the work was lead by the Unit.":                                                              "lead=led",
		"That a annual report is made.":                                                                    "a=an",
		"That an meeting is held in a hour.":                                                               "an=a a=an",
		"That an useful tool is made for an European user.":                                                "an=a",
		"That a unit, a union and a European user are there.":                                              "",
		"That an hour, an honest answer and an heir are there.":                                            "",
		"That a one-day meeting, an NGO and a UNDP team meet.":                                             "",
		"That an historic hotel is a home.":                                                                "",
		"That a form of the trial of a statue of the king waits.":                                          "",
		"That it's possible and it's agreed.":                                                              "it's=? it's=?",
		"That forms from the audit trail effect change.":                                                   "",
		"That the Unit then reports, more than before.":                                                    "",
		"That a lead is taken by the Unit in principal cities.":                                            "",
		"That persons of a form the law names take the lead.":                                              "",
		"That a uniform, a utility, an uninformed user, an unidentified object and an umbrella are there.": "",
	} {
		var got []string
		for _, f := range run(t, "real.yaml", complete("assumptions:\n  - \""+text+"\"\n  - That all goes well.\n")) {
			if f.Rule.Code == "E114" || f.Rule.Code == "E115" {
				right := "?" // for a person to say
				if len(f.Fix) > 0 {
					right = f.Fix[0].Text
				}
				got = append(got, f.Span.Text()+"="+right)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %q, not %q", text, s, want)
		}
	}
}
