package report

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

// sarifMost is how many results of a run GitHub takes; it refuses a file with more.
const sarifMost = 25_000

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications"`
}

type sarifNotification struct {
	Level   string       `json:"level"`
	Message sarifMessage `json:"message"`
}

// sarifChoice says which findings become results where there are more than sarifMost: what
// weighs most first, and what is waived last.
type sarifChoice struct {
	room map[diag.Severity]int // by severity; that of what is waived is 0
	left int
}

func newSARIFChoice(plans []Plan) *sarifChoice {
	counts := map[diag.Severity]int{}
	for _, p := range plans {
		for _, f := range p.Findings {
			counts[weight(f)]++
		}
	}
	c, free := &sarifChoice{room: map[diag.Severity]int{}}, sarifMost
	for _, s := range append(diag.Severities(), 0) {
		c.room[s] = min(counts[s], free)
		free -= c.room[s]
		c.left += counts[s] - c.room[s]
	}
	return c
}

// weight is a finding's severity, or 0 of one that is waived.
func weight(f diag.Finding) diag.Severity {
	if f.WaivedBy != "" {
		return 0
	}
	return f.Rule.Severity
}

// takes says whether the next finding becomes a result.
func (c *sarifChoice) takes(f diag.Finding) bool {
	if c.room[weight(f)] == 0 {
		return false
	}
	c.room[weight(f)]--
	return true
}

// said counts what was left out, where anything was.
func (c *sarifChoice) said() []sarifInvocation {
	if c.left == 0 {
		return nil
	}
	text := fmt.Sprintf("%s left out: a run has no more than %d results here. Mend those that are listed, or check fewer plans at a time.",
		plural(c.left, "finding"), sarifMost)
	return []sarifInvocation{{Successful: true, Notifications: []sarifNotification{{Level: "warning", Message: sarifMessage{Text: text}}}}}
}
