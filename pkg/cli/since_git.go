package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/internal/git"
	"github.com/isuplan/isuplan/pkg/source"
)

// history reads plans as they were where HEAD and the revision of --diff parted.
type history struct {
	c    *checker
	r    *revision
	gone map[string]string // the plans that are there no more, by their paths
}

// history returns how to read plans as they were. What cannot be compared with is trouble,
// with what to do about it.
func (c *checker) history(ctx context.Context) (*history, error) {
	at, err := c.app.revision(ctx, "--diff", c.base)
	if err != nil {
		return nil, err
	}
	parted, err := at.Parted()
	switch {
	case errors.Is(err, git.ErrNoBase):
		return nil, c.noBase(at)
	case err != nil:
		return nil, troublef("--diff %s: %v", c.base, err)
	}
	at.Commit = parted
	return &history{c: c, r: at}, nil
}

// before reads a plan as it was, under the name that it had then.
func (h *history) before(name string) (compile.Input, bool, error) {
	was, err := h.r.path("--diff", name)
	if err != nil {
		return compile.Input{}, false, err
	}
	if !h.r.Has(was) {
		if was = h.renamed(name); was == "" {
			return compile.Input{}, false, nil
		}
	}
	plan, err := h.r.input(was, name)
	if err != nil {
		return compile.Input{}, false, troublef("git cannot show %s as it was in %s: %v", name, h.c.base, err)
	}
	return plan, true, nil
}

// noBase says that what has changed since two commits parted cannot be told.
func (c *checker) noBase(at *revision) error {
	const what = "--diff %s means what has changed since HEAD and %[1]s parted, and git knows no commit that both come from; "
	if at.isShallow() {
		return troublef(what+"this clone lacks a part of the history: %s", c.base, deepen)
	}
	return troublef(what+"their histories are not related: name a plan or a folder to compare with by --against", c.base)
}

// renamed returns the path that a plan had, from the root of the repository: that of the
// file that is gone and most of whose text the plan has; "" for none. Git's own search
// would not see a new name that was not added yet.
func (h *history) renamed(name string) string {
	file, err := h.c.app.read(name)
	if err != nil {
		return ""
	}
	now, best, most := linesOf(file), "", 500
	for was, text := range h.left() {
		share := now.shared(linesOf(source.NewFile(was, []byte(text))))
		if share > most || share == most && (best == "" || was < best) {
			best, most = was, share
		}
	}
	return best
}

// left returns the plans that are gone since the revision.
func (h *history) left() map[string]string {
	if h.gone != nil {
		return h.gone
	}
	h.gone = map[string]string{}
	paths, err := h.r.Files()
	if err != nil {
		return h.gone
	}
	const most = 1000
	for _, p := range paths {
		if !isYAML(p) || h.r.repository.Exists(p) {
			continue
		}
		if text, err := h.r.File(p); err == nil && isPlan(text) {
			h.gone[p] = string(text)
		}
		if len(h.gone) == most {
			break
		}
	}
	return h.gone
}

// lineCounts says how often each line stands in a text.
type lineCounts struct {
	lines map[string]int
	bytes int
}

func linesOf(f *source.File) lineCounts {
	c := lineCounts{lines: map[string]int{}}
	for n := 1; n <= f.Lines(); n++ {
		if line := strings.TrimSpace(f.Line(n)); line != "" {
			c.lines[line]++
			c.bytes += len(line)
		}
	}
	return c
}

// shared returns how much of two texts stands in both, in parts of a thousand.
func (c lineCounts) shared(other lineCounts) int {
	both := 0
	for line, n := range c.lines {
		both += len(line) * min(n, other.lines[line])
	}
	if c.bytes+other.bytes == 0 {
		return 0
	}
	return 2000 * both / (c.bytes + other.bytes)
}
