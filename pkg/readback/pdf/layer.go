package pdf

// isOff reports whether a layer, or what several layers decide together, is not shown
// when the file is opened.
func (f *File) isOff(v any) bool {
	if v == nil {
		return false
	}
	if f.off == nil {
		f.off = f.layersOff()
	}
	d := f.dict(v)
	if f.get(d["Type"]) != any(name("OCMD")) {
		r, _ := v.(ref)
		return f.off[r.number]
	}
	off, on := 0, 0
	for _, layer := range f.layers(d["OCGs"]) {
		if f.off[layer.number] {
			off++
		} else {
			on++
		}
	}
	switch f.get(d["P"]) {
	case any(name("AllOn")):
		return off > 0
	case any(name("AnyOff")):
		return off == 0 && on > 0
	case any(name("AllOff")):
		return on > 0
	}
	return on == 0 && off > 0 // any of them
}

// layersOff reads which layers are off.
func (f *File) layersOff() map[int]bool {
	off := map[int]bool{}
	properties := f.dict(f.catalog()["OCProperties"])
	d := f.dict(properties["D"])
	if f.get(d["BaseState"]) == any(name("OFF")) {
		for _, r := range f.layers(properties["OCGs"]) {
			off[r.number] = true
		}
		for _, r := range f.layers(d["ON"]) {
			delete(off, r.number)
		}
	}
	for _, r := range f.layers(d["OFF"]) {
		off[r.number] = true
	}
	return off
}

// layers returns the references to layers, which may be written as one or as a list.
func (f *File) layers(v any) (out []ref) {
	if r, ok := v.(ref); ok {
		if _, one := f.get(v).(dict); one {
			return []ref{r}
		}
	}
	for _, v := range f.list(v) {
		if r, ok := v.(ref); ok {
			out = append(out, r)
		}
	}
	return out
}
