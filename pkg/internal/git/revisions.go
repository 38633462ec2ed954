package git

import (
	"context"
	"strconv"
	"strings"
)

// Revisions returns the commits in which a file was another than before, by its path from the
// top, the newest first: no more than so many.
func (r *Repository) Revisions(ctx context.Context, name string, most int) ([]*Commit, error) {
	const line = 128 // bytes, a commit's id and more
	out, err := r.run(ctx, most*line, "rev-list", "--topo-order", "--max-count="+strconv.Itoa(most), "--all", "HEAD", "--", name)
	if err != nil {
		return nil, err
	}
	var list []*Commit
	for _, id := range strings.Fields(string(out)) {
		list = append(list, &Commit{repository: r, ctx: ctx, id: id})
	}
	return list, nil
}
