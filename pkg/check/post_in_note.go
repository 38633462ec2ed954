package check

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B208", Name: "post-in-note", Severity: diag.Warning, Title: "a note that names a post which the line does not have",
		Why:   "The note tells States Parties whom they pay; a post that is named and not costed, or the other way round, is one too many or too few.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - id: salaries
      label: Salaries
      posts:
        - {title: Director, annual: 180000}
      note: A Director and a «Programme Officer».
`,
		Good: `budget:
  lines:
    - id: salaries
      label: Salaries
      posts:
        - {title: Director, annual: 180000}
        - {title: Programme Officer, annual: 140000}
      note: A Director and a Programme Officer.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for i := range c.Budget.Lines {
			for _, k := range c.Budget.Lines[i].Costs {
				if posts, ok := k.(*cost.Posts); ok {
					c.postsIn(&c.Budget.Lines[i], posts)
				}
			}
		}
	},
})

// office finds the title of a post: capitalized words, the last of which is an office.
var office = pattern.Lazy(`\b(?:[A-Z][\w/-]+\s+)*(?:Director|Specialist|Assistant|Officer|Coordinator|Adviser|Advisor|Secretary|Associate|Intern|Clerk)s?\b`)

func (c *Context) postsIn(line *budget.Line, posts *cost.Posts) {
	note := typed(line.Note)
	for _, at := range office().FindAllStringIndex(note, -1) {
		c.postCount(line, posts, at)
		title := bare(note[at[0]:at[1]])
		if title == "" || hasPost(posts, title) {
			continue
		}
		from := at[1] - len(strings.TrimLeft(title, " "))
		if strings.HasSuffix(note[at[0]:at[1]], "s") && !strings.HasSuffix(title, "s") {
			from--
		}
		c.Report("budget/"+line.ID.Value, line.Note.Node.Part(max(at[0], from), at[1]), fmt.Sprintf("the note names the post “%s”, which the line does not have", title),
			"add the post, or correct the note")
	}
}

// postCount reports a note that has two of a post which the line has once.
func (c *Context) postCount(line *budget.Line, posts *cost.Posts, at []int) {
	note := typed(line.Note)
	before := strings.TrimRight(note[:at[0]], " \n")
	if before == note[:at[0]] {
		return
	}
	number := before[strings.LastIndexAny(before, " \n(,")+1:]
	said, err := strconv.Atoi(number)
	if err != nil {
		said = cardinal(strings.ToLower(number))
	}
	if said == 0 {
		return
	}
	title := strings.ToLower(bare(note[at[0]:at[1]]))
	planned, differs := money.Zero, false
	for i := range posts.Posts {
		if post := &posts.Posts[i]; strings.ToLower(oneLine(post.Title.Value)) == title {
			n, ok := c.Budget.Scope().Quote(c.Budget, line, post.ID.Value+".count")
			if !ok {
				n.Value = money.New(1)
			}
			differs = differs || ok && n.Differs()
			planned = planned.Add(n.Value)
		}
	}
	if planned.IsZero() || differs || planned.Equal(money.New(int64(said))) {
		return
	}
	c.Report("budget/"+line.ID.Value, line.Note.Node.Part(len(before)-len(number), at[1]), fmt.Sprintf("the note has “%s”; the line has %s of this post", oneLine(note[len(before)-len(number):at[1]]), planned),
		"correct the one that is wrong")
}

// bare takes an article before and the s of the plural off a title.
func bare(title string) string {
	title = oneLine(title)
	for _, article := range []string{"The ", "A ", "An ", "One ", "Two ", "Three "} {
		title = strings.TrimPrefix(title, article)
	}
	return strings.TrimSuffix(title, "s")
}

// hasPost reports whether a line has a post of a title; a note may shorten it.
func hasPost(posts *cost.Posts, title string) bool {
	for i := range posts.Posts {
		full := strings.ToLower(oneLine(posts.Posts[i].Title.Value))
		if strings.HasSuffix(strings.TrimSuffix(full, "s"), strings.ToLower(title)) || strings.Contains(full, strings.ToLower(title)) {
			return true
		}
	}
	return false
}
