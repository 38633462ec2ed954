package cli

import (
	"context"
	"runtime"
	"sync"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// all checks plans side by side. What is found stands in the order of the plans,
// however long each took.
func (c *checker) all(ctx context.Context, files []*source.File) ([]report.Plan, error) {
	checked := make([]report.Plan, len(files))
	errs := make([]error, len(files))
	progress := c.app.progress(len(files))
	defer progress.stop()
	var work sync.WaitGroup
	queue := make(chan int)
	for range min(len(files), runtime.GOMAXPROCS(0)) {
		work.Go(func() {
			for i := range queue {
				var findings []diag.Finding
				findings, errs[i] = c.check(files[i])
				files[i].Forget() // of a thousand plans, only the findings stay
				checked[i] = report.Plan{Name: files[i].Name, Findings: findings}
				progress.done()
			}
		})
	}
	for i := range files {
		if ctx.Err() != nil {
			break
		}
		queue <- i
	}
	close(queue)
	work.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return checked, ctx.Err()
}

// check takes a plan through all that can find fault with it, so that a plan that
// is clean here is one that build writes.
func (c compiler) check(file *source.File) ([]diag.Finding, error) {
	out, err := c.compile(file)
	if err != nil {
		return nil, err
	}
	lacking, err := lacking(out)
	if err != nil {
		return nil, err
	}
	findings := diag.Sort(append(c.judge(out), lacking...))
	for i, print := range diag.Fingerprints(findings) {
		findings[i].Print = print
	}
	return findings, nil
}

// lacking returns what the formats could not show.
func lacking(out *compiled) ([]diag.Finding, error) {
	if !out.ok {
		return nil, nil
	}
	var list []diag.Finding
	for _, format := range render.Formats() {
		if format.Lacking == nil {
			continue
		}
		characters, err := format.Lacking(out.document)
		if err != nil {
			return nil, troublef("could not look at the characters of %s for the %s: %v", out.file.Name, format.Name, err)
		}
		list = append(list, missing(characters)...)
	}
	return list, nil
}
