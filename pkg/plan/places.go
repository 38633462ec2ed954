package plan

// ResultPaths returns the paths of outcomes, outputs and activities, and the short names that
// `for` takes: the id alone of an activity, or of an output or outcome.
func (p *Plan) ResultPaths() (paths []string) {
	for _, o := range p.Outcomes {
		paths = append(paths, o.ID.Value, "outcomes/"+o.ID.Value)
		for _, out := range o.Outputs {
			paths = append(paths, out.ID.Value, "outputs/"+out.ID.Value)
			for _, a := range out.Activities {
				paths = append(paths, a.ID.Value, "activities/"+a.ID.Value)
			}
		}
	}
	return paths
}
