package cli

import (
	"context"
	"path"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/internal/git"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// mostRevisions is in how many versions of a plan the one that a file was built of is looked for.
const mostRevisions = 300

// base returns the version of the plan that a file was built of, by its seal: that which was
// read, or one that git has; nil for the plan as it is now.
func (h *homer) base(ctx context.Context, c *compile.Compiler, name string, seal readback.Seal, read, now *source.File) (*compile.Unit, error) {
	sealed := strings.ToLower(seal.Plan)
	switch {
	case sealed == "":
		h.app.say("%s does not say which version of the plan it was built of; it is compared with %s as it is", shownName(name), h.into)
		sealed = read.SHA256()
	case !isDigest(sealed):
		h.app.say("%s has a seal that no isuplan wrote; it is compared with %s as it is", shownName(name), h.into)
		sealed = read.SHA256()
	}
	if sealed == now.SHA256() {
		return nil, nil
	}
	if sealed == read.SHA256() {
		return h.compiled(ctx, c, read)
	}
	if in, ok := h.committed(ctx, now.Name, sealed); ok {
		u, err := c.Compile(ctx, in)
		if err != nil {
			return nil, err
		}
		if u.Document != nil {
			h.app.say("%s was built of an earlier version of %s, which git has; what was changed there since is kept", shownName(name), h.into)
			return u, nil
		}
	}
	h.app.say("%s was built of another version of %s, which is not to be found; it is compared with the plan as it is, so that what was changed there since may look like a change of the file", shownName(name), h.into)
	if now == read {
		return nil, nil
	}
	return h.compiled(ctx, c, read)
}

func isDigest(s string) bool {
	const digits = 64
	return len(s) == digits && strings.Trim(s, "0123456789abcdef") == ""
}

// committed looks for a version of a plan in git, by its digest.
func (h *homer) committed(ctx context.Context, name, digest string) (in compile.Input, ok bool) {
	repository, err := git.Find(".")
	if err != nil {
		return in, false
	}
	at, err := repository.Path(name)
	if err != nil {
		return in, false
	}
	list, err := repository.Revisions(ctx, at, mostRevisions)
	if err != nil {
		return in, false
	}
	for _, commit := range list {
		text, err := commit.File(at)
		if err != nil {
			continue
		}
		if file := source.NewFile(report.Clean(name), text); file.SHA256() == digest {
			return compile.Input{File: file, Folder: commit.Folder(path.Dir(at))}, true
		}
	}
	return in, false
}
