// Starts GraphiQL over this endpoint: the schema is read as SDL, which is served where introspection is off as well.
(async () => {
  const [sdl, examples] = await Promise.all([
    fetch('/schema.graphql').then((response) => response.text()),
    fetch('/graphiql/examples.json').then((response) => response.json()),
  ]);
  const fetcher = async (body, { headers = {} } = {}) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        ...headers,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const { GraphiQL, React, ReactDOM } = window;
  ReactDOM.createRoot(document.getElementById('graphiql')).render(
    React.createElement(GraphiQL, {
      fetcher,
      schema: GraphiQL.GraphQL.buildSchema(sdl, { assumeValid: true }),
      defaultTabs: examples.map((query) => ({ query })),
      defaultEditorToolsVisibility: 'headers',
      shouldPersistHeaders: false,
    }),
  );
})();
