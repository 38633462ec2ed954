package cost

// mostParts is how many posts, items, shares and lines that it is a percentage of one line
// may have.
const mostParts = 2000
