package importer

import (
	"regexp"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// role is what a column of a table holds.
type role int

const (
	otherRole role = iota
	labelRole
	codeRole
	noteRole
	groupRole // the group that a line belongs to
	shareRole // of the total, which follows from the amounts
	amountRole
	changeRole
	percentRole    // of a change
	ratioRole      // in per cent of another column
	differenceRole // what is left of another column
	quantityRole
	timesRole
	costRole
	unitRole
	gradeRole
	fteRole
	annualRole
	monthlyRole
	monthsRole
	countRole
)

// headWords say by the head of a column what it holds; the first that fits is taken.
var headWords = []struct {
	role  role
	words func() *regexp.Regexp
}{
	{shareRole, words(`^(?:%|per ?cent(?:age)?|share)\s*(?:of|in|von|du)?\s*(?:the\s+)?(?:grand\s+)?(?:total|budget|costs?)\b`)},
	{percentRole, words(`^%$|^in %$|(?:change|difference|variance|increase|growth|var|diff|\+/?-).*(?:%|per ?cent)|(?:%|per ?cent(?:age)?).*(?:change|difference|variance|increase|growth|var\b|diff\b)`)},
	{changeRole, words(`\b(?:change|difference|variance|increase|decrease|delta|diff|var)\b|^\+ ?/ ?[-–]$|^Δ`)},
	{noteRole, words(`\b(?:notes?|remarks?|comments?|justifications?|explanations?|narrative|observations?|details|assumptions?|rationale|basis)\b`)},
	{costRole, words(`\b(?:unit (?:cost|price|rate|value)s?|(?:cost|price|amount|rate|value) (?:per|of one|of an? (?:unit|item|piece)|each|/)|price|daily rate|per unit|per diem|each)\b`)},
	{timesRole, words(`\b(?:days|nights|persons|people|participants|pax|travellers|times|frequency)\b`)},
	{quantityRole, words(`\b(?:quantity|qty|units|number of|trips|meetings|workshops)\b|^(?:number|n(?:umber)? of .*|no of .*|# of .*|# .*)$`)},
	{unitRole, words(`^units?(?: of measure)?$`)},
	{codeRole, words(`^(?:(?:account|budget|cost|object|line|item|ref(?:erence)?|activity) ?)*(?:code|account|a/c|acct|no|nr|number|ref(?:erence)?|#|n°|№|id)s?$|^(?:object class|account)$`)},
	{labelRole, words(`^(?:cost|costs|item|items|line|label|title|particulars|nature|heading|headings|component|components|category|categories|expense|expenses|position|activity|activities|description)\b|\b(?:budget|cost|line|expenditure|expense) (?:item|items|line|lines|category|categories|component|heading|type)s?\b|\bobjects? of expenditure\b|^(?:object|budget heading|line item|type of (?:cost|expenditure)|description|expenditures?)$`)},
	{amountRole, words(`\b(?:19|20)\d\d\b|\b(?:amount|budget|budgeted|total|approved|proposed|revised|estimate|estimated|estimates|actuals?|spent|forecast|requested|request|planned|cost|costs|year|chf|eur|usd|gbp|plan|allocation|expenditures?|q[1-4]|biennium|requirements|appropriation|sum|outturn|swiss francs|euros?|us dollars)\b|[€$£]`)},
}

// postWords say by the head of a column of a sheet of posts what it holds.
var postWords = []struct {
	role  role
	words func() *regexp.Regexp
}{
	{gradeRole, words(`\b(?:grade|level|class|step)\b`)},
	{monthsRole, words(`^(?:work[- ]?)?months$|\b(?:number|no|#) of months\b|\bwork[- ]months\b`)},
	{monthlyRole, words(`\bmonthly\b|\bper month\b|/ ?month\b`)},
	{annualRole, words(`\bannual\b|\bper (?:year|annum)\b|/ ?year\b|\byearly\b|\b(?:full|gross|base) salary\b|^salary\b|\bstandard cost\b|\bsalary \(100`)},
	{fteRole, words(`\bfte\b|\bfull[- ]time\b|%|\bper ?cent(?:age)?\b|\bshare\b|\bworkload\b|\bwork rate\b|\boccupancy\b|\bemployment\b`)},
	{countRole, words(`\b(?:posts|staff|number|no|count|headcount|quantity|qty)\b`)},
}

// words looks for words in capitals or not; it is called for package-level variables.
func words(expression string) func() *regexp.Regexp { return pattern.Lazy(`(?i)` + expression) }

// headRole says what a head says that its column holds; otherRole where it says nothing.
func headRole(head string) role {
	h := plainHead(head)
	for _, w := range headWords {
		if h != "" && w.words().MatchString(h) {
			return w.role
		}
	}
	return otherRole
}

// postRole says the same of a sheet of posts.
func postRole(head string) role {
	h := plainHead(head)
	for _, w := range postWords {
		if h != "" && w.words().MatchString(h) {
			return w.role
		}
	}
	return otherRole
}

// plainHead is a head without the marks that say nothing.
func plainHead(head string) string {
	return strings.Trim(strings.Join(strings.Fields(strings.ReplaceAll(head, ".", " ")), " "), " :*")
}

var (
	totalWords    = words(`^(?:the |overall |grand[- ]?|net |general |budget )?totals?\b|\btotals?\s*:?$|^(?:sum|total général)$|\bgrand[- ]total\b|^(?:summe|gesamt(?:summe|betrag|kosten)?|insgesamt|totaux)\b`)
	grandWords    = words(`^(?:(?:grand|overall|general)[- ]?total\b.*|total(?: (?:eligible|project|programme|action|accepted|estimated|proposed|annual|core)){0,2}(?:s| budget| costs?| expenditures?| requirements| amount)?(?: \(?[a-z]{3}\)?)?|budget total|sum|summe|gesamt(?:summe|betrag|kosten)?|insgesamt|total général)\s*:?$`)
	ticks         = words(`^[x✓✔•■●]$`)
	fundHeads     = words(`^(?:sources?|donors?|contributors?|part(?:y|ies)|states? part(?:y|ies)|countr(?:y|ies)|funds?|funding|contributions?|financing)\b`)
	subtotalWords = words(`\bsub[- –]?totals?\b|\bsous-tota(?:l|ux)\b|\bzwischensumme\b`)
	inKindWords   = words(`\bin[- –]?kind\b|\bpro[- ]?bono\b|\bfree of charge\b|\bat no cost\b|\bborne by\b|\bprovided by\b|\bcovered by\b`)
	groupMarks    = words(`\b(?:(?:sub[- –]?|grand[- ]?)?totals?|sum)\b(?:\s*(?:for|of|–|-|:))?`)
	yearWords     = pattern.Lazy(`\b(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d)\b)?`)
)

// isTotal reports the label of a total or a subtotal.
func isTotal(label string) bool {
	return totalWords().MatchString(label) || subtotalWords().MatchString(label)
}
