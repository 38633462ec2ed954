package sheet

// jsonPosts is the table of posts.
type jsonPosts struct {
	Title   string       `json:"title"`
	Counts  string       `json:"counts"`
	Columns []jsonColumn `json:"columns"`
	Lines   []jsonLine   `json:"lines"`
	Total   []jsonFigure `json:"total"`
	// Others are the posts that others pay, and All those with the posts of this budget.
	Others *jsonFinancing `json:"others,omitempty"`
	All    []jsonFigure   `json:"all,omitempty"`
}

func (s Sheet) jsonPosts() *jsonPosts {
	p, ok := s.posts()
	if !ok {
		return nil
	}
	out := &jsonPosts{Title: p.Title, Counts: p.Budget.Counts, Columns: p.jsonColumns(), Lines: p.jsonLines(p.Budget.Lines), Total: p.jsonFigures(p.Budget.Total)}
	if p.all != nil {
		out.Others = &jsonFinancing{Lines: p.jsonLines(p.Budget.Financing), Total: p.jsonFigures(p.Budget.Funds)}
		out.All = p.jsonFigures(p.all)
	}
	return out
}
