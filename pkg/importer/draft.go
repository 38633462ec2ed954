package importer

import "github.com/isuplan/isuplan/pkg/readback"

// draft is the plan as it is found, before it is written.
type draft struct {
	masthead
	summary     draftSummary
	sections    []*draftSection
	mandate     []said
	priorities  []*draftPriority
	outcomes    []*draftResult
	expected    []said // the list of expected outcomes
	assumptions []said
	notes       []said // below the budget
	tables      []*grid
	actors      draftActors
	risks       []*draftRisk
	workMarks   []string // rows of tables of results and of work that have no place
	riskMarks   []string
	textTables  []placedTable // those with figures
	tableIDs    ids
	columns     map[string]string // the labels of the budget's columns: their ids
	strays      []said            // texts that stand where the plan has nothing like them
	lost        []*passage        // that have no place
	refer       *referrer
}

// said is a text and what a person should know of it.
type said struct {
	text  string
	spans []readback.Span
	marks []string // for comments that ask for a person

	tables []*textTable // below a paragraph
}

// draftSummary is the box on page one.
type draftSummary struct {
	objective  *said
	objectives []said
	outcomes   []said
}

// draftSection is a section's heading and its paragraphs.
type draftSection struct {
	frame      *sectionFrame // nil for one that the template has not
	id         string
	heading    string
	marks      []string
	paragraphs []said
	after      string
}

// draftPriority is a priority.
type draftPriority struct {
	heading said
	text    *said
	items   []said
}

// draftResult is an outcome, an output or an activity.
type draftResult struct {
	said
	expected said
	mark     string
	number   string // as the file has it; "" where it has none
	key      string // its words, once they were compared
	sense    string // the same without small ones
	below    []*draftResult

	work       draftWork
	indicators []*draftIndicator
}
