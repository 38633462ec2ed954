package importer

import (
	"regexp"
	"strings"
)

// workRole is what a column of a table of results, of work or of risks holds.
type workRole int

const (
	unknownWork workRole = iota
	resultWork           // an outcome, an output or an activity, as its number or its words say
	outcomeWork
	outputWork
	activityWork
	indicatorWork
	unitWork
	baselineWork
	targetWork
	actualWork
	verificationWork
	responsibleWork
	partnersWork
	whenWork
	timeWork // a quarter or a month, which the row marks
	milestoneWork
	dateWork
	riskWork
	likelihoodWork
	impactWork
	responseWork
	ownerWork
	scoreWork  // of a risk: both levels multiplied
	numberWork // of the row
)

// workHeads say by the head of a column what it holds; the first that fits is taken. A head says
// nothing else: "Risk" is one, "Costs of the risk" is not.
var workHeads = []struct {
	role  workRole
	words func() *regexp.Regexp
}{
	{numberWork, words(`^(?:no|nr|number|#|n°|№|s/n|id|ref)$`)},
	{indicatorWork, words(`^(?:(?:key|core|performance|objectively|verifiable|outcome|output|result|results|smart|progress) )*indicators?(?: of (?:success|performance|achievement|progress))?(?: \((?:kpi|ovi)s?\))?$|^(?:kpi|ovi)s?$`)},
	{unitWork, words(`^units?(?: of (?:measure|measurement))?$`)},
	{baselineWork, words(`^baselines?(?: values?)?$`)},
	{targetWork, words(`^(?:annual |planned )?targets?(?: values?)?$`)},
	{actualWork, words(`^actuals?(?: values?| results?)?$|^achieved$|^achievements?$`)},
	{verificationWork, words(`^(?:(?:means|sources?)(?: and (?:means|sources?))? of )?verification(?: (?:sources?|means))?$|^(?:data )?sources?(?: of (?:data|information))?$|^movs?$`)},
	{milestoneWork, words(`^(?:(?:key|main|major) )?milestones?$`)},
	{activityWork, words(`^(?:(?:key|main|major|planned|proposed) )*(?:activity|activities|actions?|tasks?)(?: descriptions?)?$`)},
	{outputWork, words(`^(?:(?:expected|planned) )?outputs?(?: statements?)?$`)},
	{outcomeWork, words(`^(?:(?:expected|intended) )?outcomes?(?: statements?)?$`)},
	{resultWork, words(`^(?:(?:expected|intended|planned) )?results?(?: chain| level| statement)?s?$|^levels?$|^outcomes? ?(?:/|and|or) ?outputs?(?: ?(?:/|and|or) ?(?:activity|activities))?$|^intervention logic$|^narrative summary$`)},
	{responsibleWork, words(`^responsib(?:le|ility|ilities)(?: (?:unit|party|parties|entity|entities|office|officer|actor|actors|person|persons|organi[sz]ation|organi[sz]ations|agency|section|staff|body)s?)?$|^(?:person|unit|office|entity|party|actor) responsible$|^lead(?: (?:unit|agency|entity|actor|organi[sz]ation|office))?$|^who$`)},
	{partnersWork, words(`^(?:(?:key|main|other|implementing|cooperating) )*partners?(?: organi[sz]ations?)?$|^with whom$`)},
	{whenWork, words(`^when$|^time ?(?:line|frame|table)$|^timing$|^schedule$|^period$|^time$`)},
	{dateWork, words(`^dates?$|^deadlines?$|^due(?: dates?| by)?$|^by when$|^target dates?$|^(?:planned )?completion(?: dates?)?$`)},
	{likelihoodWork, words(`^(?:risk )?(?:likelihood|probability)(?: of occurrence)?(?: (?:rating|score|level))?(?: ?\([^()]{1,20}\))?$`)},
	{impactWork, words(`^(?:risk |potential )?(?:impact|severity|consequences?)(?: (?:rating|score|level))?(?: ?\([^()]{1,20}\))?$`)},
	{scoreWork, words(`^(?:(?:total|overall|inherent|risk) )*(?:score|rating)(?: ?\([^()]{1,20}\))?$|^risk levels?$`)},
	{responseWork, words(`^(?:risk |planned |proposed )?(?:mitigation|mitigating|response|treatment|countermeasures?)(?: (?:measures?|actions?|strateg(?:y|ies)|plan|response))?$|^mitigation ?(?:/|and|or) ?response$|^response ?(?:/|and|or) ?mitigation$`)},
	{ownerWork, words(`^(?:risk )?owners?$`)},
	{riskWork, words(`^(?:(?:key|main|identified|potential) )*risks?(?: (?:description|event|statement)s?)?$|^description of (?:the )?risks?$`)},
}

var (
	quarterHead = words(`^(?:(?:19|20)\d\d[ :]+)?(?:q([1-4])|quarter ([1-4])|([1-4])(?:st|nd|rd|th) quarter|(first|second|third|fourth) quarter)(?:[ :/]+\(?(?:19|20)\d\d\)?)?$`)
	monthHead   = words(`^(?:(?:19|20)\d\d[ :]+)?(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?(?:[ :/]+(?:19|20)\d\d)?$`)
	yearInHead  = words(`(?:19|20)\d\d`)
)

// workColumn is a column of such a table.
type workColumn struct {
	role workRole
	head string
	time string // of a baseline, a target or an actual value, the time that it is for; of a quarter or a month, what a plan calls it
}

// workColumnOf reads the head of a column.
func workColumnOf(head string) workColumn {
	c, plainly := workColumn{head: strings.TrimSpace(head)}, plainHead(head)
	if plainly == "" || len(plainly) > mostHead {
		return c
	}
	for _, w := range workHeads {
		if w.words().MatchString(plainly) {
			c.role = w.role
			return c
		}
	}
	if c.role, c.time = timedHeadOf(plainly); c.role != unknownWork {
		return c
	}
	if name := timeNamed(plainly); name != "" {
		c.role, c.time = timeWork, name
	}
	return c
}

// timeNamed is what a plan calls a quarter or a month of a head; "" for another head.
func timeNamed(head string) string {
	name := ""
	if m := quarterHead().FindStringSubmatch(head); m != nil {
		name = "Q" + m[1] + m[2] + m[3] + map[string]string{"first": "1", "second": "2", "third": "3", "fourth": "4"}[strings.ToLower(m[4])]
	} else if m := monthHead().FindStringSubmatch(head); m != nil {
		month := strings.ToLower(m[1])[:3]
		for _, full := range monthsInFull {
			if strings.HasPrefix(strings.ToLower(full), month) {
				name = full
			}
		}
	}
	if year := yearInHead().FindString(head); name != "" && year != "" {
		name += " " + year
	}
	return name
}

var monthsInFull = strings.Fields("January February March April May June July August September October November December")
