// Searches
