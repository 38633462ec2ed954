package pdf

import "bytes"

// largest is how long one stream may become.
const largest = 32 << 20

// decode unpacks a stream, and reports whether all of it could be read.
func (f *File) decode(s *stream) (data []byte, complete bool) {
	filters, parameters := f.list(s.dict["Filter"]), f.list(s.dict["DecodeParms"])
	if s.dict["DecodeParms"] == nil {
		parameters = f.list(s.dict["DP"])
	}
	data, complete = s.raw, true
	for i, filter := range filters {
		if !f.pay(perStream + len(data)) {
			return nil, false
		}
		var d dict
		if i < len(parameters) {
			d = f.dict(parameters[i])
		}
		kind, _ := f.get(filter).(name)
		out, ok := f.unfiltered(kind, data, d)
		if len(out) > largest {
			f.exhaust()
		}
		if !f.pay(len(out)) {
			return nil, false
		}
		data, complete = out, complete && ok
	}
	return data, complete
}

// unfiltered undoes one filter.
func (f *File) unfiltered(kind name, data []byte, d dict) ([]byte, bool) {
	switch kind {
	case "FlateDecode", "Fl":
		out, ok := f.inflate(data)
		return f.predicted(out, d, ok)
	case "LZWDecode", "LZW":
		early, given := f.number(d["EarlyChange"])
		out, ok := unpackLZW(data, !given || early != 0)
		return f.predicted(out, d, ok)
	case "RunLengthDecode", "RL":
		return unpackRuns(data)
	case "ASCII85Decode", "A85":
		return unbase85(data)
	case "ASCIIHexDecode", "AHx":
		digits, _, _ := bytes.Cut(data, []byte(">"))
		return unhexed(digits), true
	case "Crypt":
		identity, given := f.get(d["Name"]).(name)
		return data, !given || identity == "Identity"
	}
	return nil, false // pictures and the like have no text
}

// list makes a list of what may be one value, and pays for going through it.
func (f *File) list(v any) array {
	switch v := f.get(v).(type) {
	case nil:
		return nil
	case array:
		if f.pay(perObject * len(v)) {
			return v
		}
		return nil
	default:
		return array{v}
	}
}
